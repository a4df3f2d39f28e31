import type { APIRoute } from "astro";
import { telling } from "../../site/current.ts";
import { feedResponse } from "../../site/feeds/feedResponse.ts";
import { risingFeed } from "../../site/feeds/risingFeed.ts";

/** What rises, for those who follow it. */
export const GET: APIRoute = () => feedResponse(risingFeed(telling));
