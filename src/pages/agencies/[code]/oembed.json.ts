import { type APIRoute, type GetStaticPaths } from "astro";
import { type Subject } from "../../../model/facts.ts";
import { agencyEmbedding } from "../../../site/agencyEmbedding.ts";
import { facts, links, names } from "../../../site/current.ts";
import { oembed } from "../../../site/embedding.ts";
import { subjectsOf } from "../../../model/subjectsOfFacts.ts";

/** How to show an agency, for programs that find the address of its page in a text. */
export const getStaticPaths: GetStaticPaths = () =>
  subjectsOf(facts, "agency").map((subject) => ({ params: { code: subject.code }, props: { subject } }));

export const GET: APIRoute<{ subject: Subject }> = ({ props: { subject } }) =>
  new Response(
    JSON.stringify(
      oembed(agencyEmbedding(subject), {
        title: names.agency(subject.code),
        provider: facts.portal.title,
        home: links.absolute("/"),
      }),
    ),
    { headers: { "Content-Type": "application/json" } },
  );
