import type { APIRoute } from "astro";
import { telling } from "../../site/current.ts";
import { renderedEditions } from "../../edition/renderedEdition.ts";
import { editionFeed } from "../../site/feeds/editionFeed.ts";
import { feedResponse } from "../../site/feeds/feedResponse.ts";

/** Editions as they come, for those who follow the portal. */
export const GET: APIRoute = () => feedResponse(editionFeed(telling, renderedEditions()));
