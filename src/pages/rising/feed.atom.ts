import { type APIRoute } from "astro";
import { telling } from "../../site/current.ts";
import { atomFeed } from "../../site/feeds/atomFeed.ts";
import { risingFeed } from "../../site/feeds/risingFeed.ts";

/** What rises, for those who follow it. */
export const GET: APIRoute = () =>
  new Response(atomFeed(risingFeed(telling)), { headers: { "Content-Type": "application/atom+xml" } });
