import { type Language } from "../../model/portal.ts";
import { type ListedAppeal } from "../../edition/listedAppeal.ts";
import { type Telling } from "../../words/telling.ts";
import { laterOf, type Feed, type FeedEntry } from "./atomFeed.ts";

/** Entries of a feed: those who follow it look in more often than so many arrive; who wants all takes the table. */
const mostEntries = 30;

/** Where the feed of an agency stands, by the ending that plain file servers know as Atom. */
export const agencyFeedAddress = (code: string): string => `/agencies/${code}/feed.atom`;

/**
 * The newest appeals of each agency, for its feed. An appeal whose date of receipt cannot be, after the export that
 * brought it, would stand first in the feed for years: it is left out.
 *
 * @param newestFirst all appeals
 */
export function newestByAgency(newestFirst: readonly ListedAppeal[], edition: string): Map<string, ListedAppeal[]> {
  const byAgency = new Map<string, ListedAppeal[]>();
  for (const appeal of newestFirst) {
    if (appeal.agency === null || appeal.received.slice(0, 10) > edition) continue;
    const own = byAgency.get(appeal.agency) ?? [];
    if (own.length === 0) byAgency.set(appeal.agency, own);
    if (own.length < mostEntries) own.push(appeal);
  }
  return byAgency;
}

/**
 * The newest appeals of an agency, each with what is known of it; one that is answered or closed later is an updated entry.
 *
 * @param textLanguage the language that appeals are written in
 */
export function agencyFeed(
  { facts: { portal, edition }, voice, names, links }: Telling,
  code: string,
  appeals: readonly ListedAppeal[],
  textLanguage: Language,
): Feed {
  return {
    self: links.absolute(agencyFeedAddress(code)),
    page: links.absolute(`/agencies/${code}/`),
    language: voice.language,
    title: voice.t("feed.agency.title", { name: names.agency(code), portal: portal.title }),
    author: portal.publisher.name,
    updated: edition.date,
    entries: appeals.map((appeal): FeedEntry => {
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
    }),
  };
}
