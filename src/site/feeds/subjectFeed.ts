import { withAbove } from "../../model/events/belonging.ts";
import { type Facts } from "../../model/facts.ts";
import { type Language } from "../../model/portal.ts";
import { type ListedAppeal } from "../../edition/listedAppeal.ts";
import { type Telling } from "../../words/telling.ts";
import { appealEntry, mostEntries } from "./appealFeed.ts";
import { type Feed } from "./atomFeed.ts";

/** Subjects that have feeds, and the folders of their pages. */
const feedFolders = { agency: "agencies", topic: "topics", place: "places" } as const;
type FeedDimension = keyof typeof feedFolders;

/** Where the feed of a subject stands, by the ending that plain file servers know as Atom. */
export const subjectFeedAddress = (dimension: FeedDimension, code: string): string =>
  `/${feedFolders[dimension]}/${code}/feed.atom`;

/**
 * The newest appeals of each subject of a kind, for its feed; an appeal belongs to the topics and places above its own, too.
 * One whose date of receipt cannot be, after the export that brought it, would stand first in the feed for years: it is left
 * out.
 *
 * @param newestFirst all appeals
 */
export function newestBySubject(
  dimension: FeedDimension,
  newestFirst: readonly ListedAppeal[],
  { edition, vocabulary }: { edition: Pick<Facts["edition"], "date">; vocabulary: Facts["vocabulary"] },
): Map<string, ListedAppeal[]> {
  const above = withAbove(dimension === "topic" ? vocabulary.topics : vocabulary.places);
  const bySubject = new Map<string, ListedAppeal[]>();
  for (const appeal of newestFirst) {
    const code = appeal[dimension];
    if (code === null || appeal.received.slice(0, 10) > edition.date) continue;
    for (const one of dimension === "agency" ? [code] : above(code)) {
      const own = bySubject.get(one) ?? [];
      if (own.length === 0) bySubject.set(one, own);
      if (own.length < mostEntries) own.push(appeal);
    }
  }
  return bySubject;
}

/**
 * The newest appeals of a subject.
 *
 * @param textLanguage the language that appeals are written in
 */
export function subjectFeed(
  telling: Telling,
  dimension: FeedDimension,
  code: string,
  appeals: readonly ListedAppeal[],
  textLanguage: Language,
): Feed {
  const { facts, voice, names, links } = telling;
  return {
    self: links.absolute(subjectFeedAddress(dimension, code)),
    page: links.absolute(`/${feedFolders[dimension]}/${code}/`),
    language: voice.language,
    title: voice.t("feed.agency.title", { name: names[dimension](code), portal: facts.portal.title }),
    author: facts.portal.publisher.name,
    updated: facts.edition.date,
    entries: appeals.map((appeal) => appealEntry(telling, appeal, textLanguage)),
  };
}
