import type { Language } from "../../model/portal.ts";
import type { ListedAppeal } from "../../edition/listedAppeal.ts";
import type { Telling } from "../../words/telling.ts";
import { laterOf, type FeedEntry } from "./atomFeed.ts";

/** Entries of a feed: those who follow it look in more often than so many arrive; who wants all takes the table. */
export const mostEntries = 30;

/** An appeal as an entry: what is known of it; one that is answered or closed later is an updated entry. */
export function appealEntry({ voice, names, links }: Telling, appeal: ListedAppeal, textLanguage: Language): FeedEntry {
  const topic = names.topic(appeal.topic ?? "");
  const about = appeal.place === null ? topic : `${topic}, ${names.place(appeal.place)}`;
  return {
    title: voice.t("feed.entry.title", { about, outcome: names.outcome(appeal.outcome) }),
    cited: links.appealCited(appeal.id),
    page: links.appealAbsolute(appeal.id),
    pageLanguage: textLanguage,
    published: appeal.received,
    updated: [appeal.firstReply, appeal.closed, appeal.reopened, appeal.confirmed].reduce<string>(
      (latest, moment) => (moment ? laterOf(latest, moment) : latest),
      appeal.received,
    ),
    summary: appeal.excerpt ?? voice.t("latest.withheld"),
    summaryLanguage: appeal.excerpt === null || textLanguage === voice.language ? undefined : textLanguage,
    categories: [
      ...(appeal.topic === null ? [] : [{ code: appeal.topic, name: topic }]),
      { code: appeal.outcome, name: names.outcome(appeal.outcome) },
    ],
  };
}
