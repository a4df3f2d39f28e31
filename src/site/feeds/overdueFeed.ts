import { type Language } from "../../model/portal.ts";
import { type Telling } from "../../words/telling.ts";
import { overdueDays, type OverdueAppeal } from "../overdue.ts";
import { overdueFeedAddress } from "../overdueLists.ts";
import { type Feed, type FeedEntry } from "./atomFeed.ts";

/** More than this became overdue at once only where an export came late; who wants all takes the table. */
const mostEntries = 100;

/** Appeals whose deadline ran out within the last days before the export, the newest delay first. */
export function overdueFeed(
  { facts: { portal, edition }, voice, names, links }: Telling,
  recent: readonly OverdueAppeal[],
  textLanguage: Language,
): Feed {
  return {
    self: links.absoluteShared(overdueFeedAddress),
    page: links.absolute("/overdue/"),
    language: voice.language,
    title: voice.t("overdue.feed.title", { portal: portal.title }),
    author: portal.publisher.name,
    updated: edition.date,
    entries: recent.slice(0, mostEntries).map(({ appeal, late, margin }): FeedEntry => {
      const topic = names.topic(appeal.topic ?? "");
      const about = appeal.place === null ? topic : `${topic}, ${names.place(appeal.place)}`;
      return {
        title: voice.t("feed.entry.title", {
          about,
          outcome: voice.t("overdue.late", { days: overdueDays(late, margin > 0, voice) }),
        }),
        page: links.absoluteShared(`/appeals/${appeal.id}/`),
        pageLanguage: textLanguage,
        published: appeal.received,
        updated: edition.date,
        summary: appeal.excerpt ?? voice.t("latest.withheld"),
        categories: appeal.topic === null ? [] : [{ code: appeal.topic, name: topic }],
      };
    }),
  };
}
