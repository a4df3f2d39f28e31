import { type APIRoute } from "astro";
import { facts, links, voice } from "../../site/current.ts";
import { readEditions } from "../../edition/readEditions.ts";
import { atomFeed } from "../../site/feeds/atomFeed.ts";
import { editionFeed } from "../../site/feeds/editionFeed.ts";

/** Editions as they come, for those who follow the portal. */
export const GET: APIRoute = () =>
  new Response(atomFeed(editionFeed(readEditions(), { facts, voice, links })), {
    headers: { "Content-Type": "application/atom+xml" },
  });
