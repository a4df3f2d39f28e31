import type { APIRoute, GetStaticPaths } from "astro";
import { feedAddress } from "../../appeals/feedAddress.ts";
import { renderedAppeals } from "../../edition/renderedEdition.ts";
import { facts, firstLanguage, telling } from "../../site/current.ts";
import { appealsFeed, appealsFeeds, type AppealsFeed } from "../../site/feeds/appealsFeed.ts";
import { feedResponse } from "../../site/feeds/feedResponse.ts";

/** The newest appeals: all, and of each agency, topic, place, channel and outcome; none where only figures are published. */
export const getStaticPaths: GetStaticPaths = () =>
  facts.portal.appeals !== "full"
    ? []
    : appealsFeeds(renderedAppeals(), facts).map((feed) => ({
        params: { page: feedAddress(feed.of).slice(1, -"/feed.atom".length) },
        props: { feed },
      }));

export const GET: APIRoute<{ feed: AppealsFeed }> = ({ props: { feed } }) =>
  feedResponse(appealsFeed(telling, feed, firstLanguage));
