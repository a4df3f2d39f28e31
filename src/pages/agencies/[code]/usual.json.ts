import type { APIRoute, GetStaticPaths } from "astro";
import type { Subject } from "../../../model/facts.ts";
import { usualWaits } from "../../../appeals/usualWaits.ts";
import { facts, isFirstLanguage, telling } from "../../../site/current.ts";
import { subjectsOf } from "../../../model/subjectsOfFacts.ts";

/** What pages of appeals fetch of their agency; in the language that those pages are in. */
export const getStaticPaths: GetStaticPaths = () =>
  isFirstLanguage && facts.portal.appeals === "full"
    ? subjectsOf(facts, "agency").map((subject) => ({ params: { code: subject.code }, props: { subject } }))
    : [];

export const GET: APIRoute<{ subject: Subject }> = ({ props: { subject } }) =>
  new Response(JSON.stringify(usualWaits(telling, subject)), {
    headers: { "Content-Type": "application/json" },
  });
