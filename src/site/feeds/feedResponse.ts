import { atomFeed, type Feed } from "./atomFeed.ts";

/** A feed as a file of the site. */
export const feedResponse = (feed: Feed): Response =>
  new Response(atomFeed(feed), { headers: { "Content-Type": "application/atom+xml" } });
