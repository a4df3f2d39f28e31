import type { APIRoute, GetStaticPaths } from "astro";
import type { Subject } from "../../model/facts.ts";
import { compareCard, compareFrame } from "../../site/compare/compareCard.ts";
import { facts, telling } from "../../site/current.ts";
import { subjectsOf } from "../../model/subjectsOfFacts.ts";

/** What the compare page fetches: one small file an agency. */
export const getStaticPaths: GetStaticPaths = () =>
  subjectsOf(facts, "agency").map((subject) => ({ params: { code: subject.code }, props: { subject } }));

const frame = compareFrame(telling);

export const GET: APIRoute<{ subject: Subject }> = ({ props: { subject } }) =>
  new Response(JSON.stringify(compareCard(telling, subject, frame)), {
    headers: { "Content-Type": "application/json" },
  });
