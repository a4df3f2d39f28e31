import { type APIRoute, type GetStaticPaths } from "astro";
import { renderedCrossings } from "../../edition/renderedEdition.ts";
import { facts, links } from "../../site/current.ts";
import { findablePages } from "../../words/findablePages.ts";
import { type NamedPages } from "../../words/namedPages.ts";

/** Where appeals can be searched. */
export const getStaticPaths: GetStaticPaths = () =>
  facts.portal.appeals === "full" ? [{ params: { file: "named" } }] : [];

/** What the search needs of the portal's pages once something has been typed: too much for its first view. */
export const GET: APIRoute = () => {
  const named: NamedPages = {
    crossings: Object.fromEntries(
      [...Map.groupBy(renderedCrossings().crossings, ({ place }) => place)].map(([place, crossings]) => [
        place,
        crossings.map(({ topic }) => topic),
      ]),
    ),
    pages: findablePages(facts).map(({ address, ...page }) => ({ ...page, href: links.path(address) })),
  };
  return new Response(JSON.stringify(named));
};
