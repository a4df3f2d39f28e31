import type { APIRoute, GetStaticPaths } from "astro";
import { renderedCrossings } from "../../edition/renderedEdition.ts";
import { takenWords } from "../../codebook/takenWords.ts";
import { takenHeader, textHeader } from "../../search/read/takeAway.ts";
import type { TakenWords } from "../../words/browserTexts.ts";
import { facts, links, voice } from "../../site/current.ts";
import { findablePages } from "../../words/findablePages.ts";
import type { NamedPages } from "../../words/namedPages.ts";

/** Where appeals can be searched. */
export const getStaticPaths: GetStaticPaths = () =>
  facts.portal.appeals === "full"
    ? [
        { params: { file: "named" }, props: { content: namedPages } },
        { params: { file: "taken" }, props: { content: taken } },
      ]
    : [];

export const GET: APIRoute<{ content: () => unknown }> = ({ props: { content } }) =>
  new Response(JSON.stringify(content()));

/** What the search needs of the portal's pages once something has been typed: too much for its first view. */
function namedPages(): NamedPages {
  return {
    crossings: Object.fromEntries(
      [...Map.groupBy(renderedCrossings().crossings, ({ place }) => place)].map(([place, crossings]) => [
        place,
        crossings.map(({ topic }) => topic),
      ]),
    ),
    pages: findablePages(facts).map(({ address, ...page }) => ({ ...page, href: links.path(address) })),
  };
}

/** What it needs of the words of tables once something is taken away. */
function taken(): TakenWords {
  return takenWords([...takenHeader, ...textHeader], voice);
}
