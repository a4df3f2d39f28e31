import { isoDateOfDay, dayOfIsoDate } from "../../model/moment.ts";
import { type Language } from "../../model/portal.ts";
import { type Telling } from "../../words/telling.ts";
import { type OverdueAppeal } from "../overdue.ts";
import { overdueFeedAddress } from "../overdueLists.ts";
import { appealEntry } from "./appealFeed.ts";
import { type Feed } from "./atomFeed.ts";

/** More in one feed than this are a list to look at, not news. */
const mostEntries = 100;

/**
 * Appeals whose norm has just run out while they wait, the newest delay first. An entry is as old as the delay: its times are
 * the day on which the norm ran out.
 *
 * @param justOverdue of them the newest delay first
 * @param textLanguage the language that appeals are written in
 */
export function overdueFeed(telling: Telling, justOverdue: readonly OverdueAppeal[], textLanguage: Language): Feed {
  const { facts, voice, links } = telling;
  const exported = dayOfIsoDate(facts.edition.date);
  return {
    self: links.absoluteShared(overdueFeedAddress),
    page: links.absolute("/overdue/"),
    language: voice.language,
    title: voice.t("overdue.feed.title", { portal: facts.portal.title }),
    author: facts.portal.publisher.name,
    updated: facts.edition.date,
    entries: justOverdue.slice(0, mostEntries).map(({ appeal, late }) => {
      const ranOut = isoDateOfDay(exported - late);
      return { ...appealEntry(telling, appeal, textLanguage), published: ranOut, updated: ranOut };
    }),
  };
}
