import { type APIRoute } from "astro";
import { facts, firstLanguage, telling } from "../../site/current.ts";
import { renderedAppeals } from "../../edition/renderedEdition.ts";
import { atomFeed } from "../../site/feeds/atomFeed.ts";
import { overdueFeed } from "../../site/feeds/overdueFeed.ts";
import { justOverdue, overdueAppeals, recentDays } from "../../site/overdue.ts";

/** Appeals that have just become overdue, for those who follow them. */
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
