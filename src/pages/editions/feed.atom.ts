import { type APIRoute } from "astro";
import { telling } from "../../site/current.ts";
import { renderedEditions } from "../../edition/renderedEdition.ts";
import { atomFeed } from "../../site/feeds/atomFeed.ts";
import { editionFeed } from "../../site/feeds/editionFeed.ts";

/** Editions as they come, for those who follow the portal. */
export const GET: APIRoute = () =>
  new Response(atomFeed(editionFeed(telling, renderedEditions())), {
    headers: { "Content-Type": "application/atom+xml" },
  });
