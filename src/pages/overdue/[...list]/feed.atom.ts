import type { APIRoute, GetStaticPaths } from "astro";
import { renderedAppeals } from "../../../edition/renderedEdition.ts";
import { facts, firstLanguage, isFirstLanguage, telling } from "../../../site/current.ts";
import { feedResponse } from "../../../site/feeds/feedResponse.ts";
import { overdueFeed, overdueFeeds, type OverdueFeed } from "../../../site/feeds/overdueFeed.ts";
import { overdueFeedAddress } from "../../../site/overdueLists.ts";

/** What has just become overdue: all, and of each agency, topic, place and channel; none where only figures are published. */
export const getStaticPaths: GetStaticPaths = () =>
  facts.portal.appeals !== "full" || !isFirstLanguage
    ? []
    : overdueFeeds(renderedAppeals(), facts).map((feed) => ({
        params: { list: overdueFeedAddress(feed.of).slice("/overdue/".length, -"/feed.atom".length) || undefined },
        props: { feed },
      }));

export const GET: APIRoute<{ feed: OverdueFeed }> = ({ props: { feed } }) =>
  feedResponse(overdueFeed(telling, feed, firstLanguage));
