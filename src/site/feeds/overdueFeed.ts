import type { ListedAppeal } from "../../edition/listedAppeal.ts";
import type { Channel } from "../../model/channel.ts";
import type { Facts } from "../../model/facts.ts";
import { isoDateOfDay, dayOfIsoDate } from "../../model/moment.ts";
import type { Language } from "../../model/portal.ts";
import { subjectsOf } from "../../model/subjectsOfFacts.ts";
import { capitalised } from "../../words/headline.ts";
import type { Telling } from "../../words/telling.ts";
import { justOverdue, overdueAppeals, recentDays, type OverdueAppeal } from "../overdue.ts";
import {
  overdueAddress,
  overdueByCode,
  overdueDimensions,
  overdueFeedAddress,
  type OverdueSubject,
} from "../overdueLists.ts";
import { appealEntry } from "./appealFeed.ts";
import type { Feed } from "./atomFeed.ts";

/** More in one feed than this are a list to look at, not news. */
const mostEntries = 100;

/** A feed of what has just become overdue. */
export interface OverdueFeed {
  of: OverdueSubject | null;
  /** Whether it has a list of its own: whoever has nothing overdue has none, and the feed stays. */
  isListed: boolean;
  /** The newest delay first. */
  overdue: readonly OverdueAppeal[];
}

/** Every such feed: of all, and of each agency, topic and place that has a page and each channel. @param appeals all there are */
export function overdueFeeds(appeals: ListedAppeal[], facts: Facts): OverdueFeed[] {
  const overdue = overdueAppeals(appeals, facts.edition.date);
  return [
    { of: null, isListed: overdue.length > 0, overdue: justOverdue(overdue, recentDays) },
    ...overdueDimensions.flatMap((dimension) => {
      const byCode = overdueByCode(overdue, dimension, facts.vocabulary);
      return subjectsOf(facts, dimension).map(({ code }): OverdueFeed => {
        const own = byCode.get(code) ?? [];
        return { of: { dimension, code }, isListed: own.length > 0, overdue: justOverdue(own, recentDays) };
      });
    }),
  ];
}

/** What a feed of overdue appeals is called, and is announced by. */
export function overdueFeedTitle({ facts, voice, names }: Telling, of: OverdueSubject | null): string {
  const portal = facts.portal.title;
  if (of === null) return voice.t("overdue.feed.title", { portal });
  const name =
    of.dimension === "channel" ? capitalised(names.channel(of.code as Channel)) : names[of.dimension](of.code);
  return voice.t("overdue.feed.title.of", { name, portal });
}

/**
 * Appeals whose norm has just run out while they wait. An entry is as old as the delay: its times are the day on which the norm
 * ran out.
 *
 * @param textLanguage the language that appeals are written in
 */
export function overdueFeed(telling: Telling, { of, isListed, overdue }: OverdueFeed, textLanguage: Language): Feed {
  const { facts, voice, links } = telling;
  const exported = dayOfIsoDate(facts.edition.date);
  return {
    self: links.absoluteShared(overdueFeedAddress(of)),
    page: links.absolute(of === null || !isListed ? "/overdue/" : overdueAddress(of)),
    language: voice.language,
    title: overdueFeedTitle(telling, of),
    author: facts.portal.publisher.name,
    updated: facts.edition.date,
    entries: overdue.slice(0, mostEntries).map(({ appeal, event, late }) => {
      const ranOut = isoDateOfDay(exported - late);
      return {
        ...appealEntry(telling, appeal, textLanguage),
        event: `overdue-${event}`,
        published: ranOut,
        updated: ranOut,
      };
    }),
  };
}
