import { type APIRoute, type GetStaticPaths } from "astro";
import { facts, firstLanguage, isFirstLanguage, telling } from "../../site/current.ts";
import { renderedAppeals } from "../../edition/renderedEdition.ts";
import { atomFeed } from "../../site/feeds/atomFeed.ts";
import { overdueFeed } from "../../site/feeds/overdueFeed.ts";
import { justOverdue, overdueAppeals, recentDays } from "../../site/overdue.ts";

/** What has just become overdue, for those who follow it; none where only figures are published. */
export const getStaticPaths: GetStaticPaths = () =>
  facts.portal.appeals === "full" && isFirstLanguage ? [{ params: { feed: "feed" } }] : [];

export const GET: APIRoute = () =>
  new Response(
    atomFeed(
      overdueFeed(
        telling,
        justOverdue(overdueAppeals(renderedAppeals(), facts.edition.date), recentDays),
        firstLanguage,
      ),
    ),
    { headers: { "Content-Type": "application/atom+xml" } },
  );
