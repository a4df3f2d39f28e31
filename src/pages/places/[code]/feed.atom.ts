import { type APIRoute, type GetStaticPaths } from "astro";
import { type ListedAppeal } from "../../../edition/listedAppeal.ts";
import { facts, firstLanguage, telling } from "../../../site/current.ts";
import { renderedAppeals } from "../../../edition/renderedEdition.ts";
import { atomFeed } from "../../../site/feeds/atomFeed.ts";
import { newestBySubject, subjectFeed } from "../../../site/feeds/subjectFeed.ts";
import { subjectsOf } from "../../../model/subjectsOfFacts.ts";

/** The newest appeals of a place, for those who follow it; none where only figures are published. */
export const getStaticPaths: GetStaticPaths = () => {
  if (facts.portal.appeals !== "full") return [];
  const newest = newestBySubject("place", renderedAppeals(), facts);
  return subjectsOf(facts, "place").map(({ code }) => ({
    params: { code },
    props: { appeals: newest.get(code) ?? [] },
  }));
};

export const GET: APIRoute<{ appeals: ListedAppeal[] }, { code: string }> = ({
  params: { code },
  props: { appeals },
}) =>
  new Response(atomFeed(subjectFeed(telling, "place", code, appeals, firstLanguage)), {
    headers: { "Content-Type": "application/atom+xml" },
  });
