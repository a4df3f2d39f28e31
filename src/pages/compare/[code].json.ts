import { type APIRoute, type GetStaticPaths } from "astro";
import { type Subject } from "../../model/facts.ts";
import { compareCard, compareFrame } from "../../site/compare/compareCard.ts";
import { facts, figureText, links, names, voice } from "../../site/current.ts";
import { subjectsOf } from "../../model/subjectsOfFacts.ts";

/** What the compare page fetches: one small file an agency. */
export const getStaticPaths: GetStaticPaths = () =>
  subjectsOf(facts, "agency").map((subject) => ({ params: { code: subject.code }, props: { subject } }));

const frame = compareFrame(facts, voice, names);

export const GET: APIRoute<{ subject: Subject }> = ({ props: { subject } }) =>
  new Response(JSON.stringify(compareCard(facts, subject, frame, voice, names, links, figureText)), {
    headers: { "Content-Type": "application/json" },
  });
