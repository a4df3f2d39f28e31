import { type FeedFacet, type FeedOf, feedAddress, feedFacets } from "../../appeals/feedAddress.ts";
import type { ListedAppeal } from "../../edition/listedAppeal.ts";
import type { Channel } from "../../model/channel.ts";
import { withAbove } from "../../model/events/belonging.ts";
import type { Facts } from "../../model/facts.ts";
import type { Outcome } from "../../model/outcome.ts";
import type { Language } from "../../model/portal.ts";
import { hasPage, subjectsOf } from "../../model/subjectsOfFacts.ts";
import { capitalised } from "../../words/headline.ts";
import type { Telling } from "../../words/telling.ts";
import { appealEntry, mostEntries } from "./appealFeed.ts";
import type { Feed } from "./atomFeed.ts";

/** A feed of appeals: what it is of, and the newest of them. */
export interface AppealsFeed {
  of: FeedOf;
  appeals: readonly ListedAppeal[];
}

/**
 * Every feed of appeals: of all of them; of each agency, topic, place, channel and outcome that occurs; and of each subject that has
 * a page, one without appeals an empty one, so that its address stays.
 *
 * @param newestFirst all appeals
 */
export function appealsFeeds(newestFirst: readonly ListedAppeal[], facts: Facts): AppealsFeed[] {
  return [
    { of: null, appeals: newestFirst.filter(isInTime(facts.edition)).slice(0, mostEntries) },
    ...feedFacets.flatMap((facet) => {
      const newest = newestBy(facet, newestFirst, facts);
      const withPages =
        facet === "channel" || facet === "outcome" ? [] : subjectsOf(facts, facet).map(({ code }) => code);
      return [...new Set([...withPages, ...newest.keys()])]
        .sort()
        .map((code): AppealsFeed => ({ of: { facet, code }, appeals: newest.get(code) ?? [] }));
    }),
  ];
}

/** One whose date of receipt cannot be, after the export that brought it, would stand first in a feed for years: it is left out. */
export const isInTime =
  (edition: Pick<Facts["edition"], "date">) =>
  ({ received }: ListedAppeal): boolean =>
    received.slice(0, 10) <= edition.date;

/** The newest appeals of each value of a kind; an appeal belongs to the topics and places above its own, too. */
export function newestBy(
  facet: FeedFacet,
  newestFirst: readonly ListedAppeal[],
  { edition, vocabulary }: { edition: Pick<Facts["edition"], "date">; vocabulary: Facts["vocabulary"] },
): Map<string, ListedAppeal[]> {
  const above =
    facet === "topic" ? withAbove(vocabulary.topics) : facet === "place" ? withAbove(vocabulary.places) : null;
  const byCode = new Map<string, ListedAppeal[]>();
  for (const appeal of newestFirst.filter(isInTime(edition))) {
    const code = appeal[facet];
    for (const one of code === null ? [] : (above?.(code) ?? [code])) {
      const own = byCode.get(one) ?? [];
      if (own.length === 0) byCode.set(one, own);
      if (own.length < mostEntries) own.push(appeal);
    }
  }
  return byCode;
}

/** What a feed of appeals is called, and is announced by. */
export function appealsFeedTitle({ facts, voice, names }: Telling, of: FeedOf): string {
  const portal = facts.portal.title;
  if (of === null) return voice.t("feed.appeals.title", { portal });
  const { facet, code } = of;
  const name =
    facet === "outcome"
      ? names.outcome(code as Outcome)
      : facet === "channel"
        ? capitalised(names.channel(code as Channel))
        : names[facet](code);
  return voice.t("feed.agency.title", { name, portal });
}

/** Full address of the page that a feed follows: that of its subject, else the search narrowed to it. */
function followedPage({ facts, links }: Telling, of: FeedOf): string {
  if (of === null) return links.absolute("/appeals/");
  const { facet, code } = of;
  if (facet !== "channel" && facet !== "outcome" && hasPage(facts, facet, code))
    return links.absolute(feedAddress(of).slice(0, -"feed.atom".length));
  return links.absolute(`/appeals/?${facet}=${code}`);
}

/**
 * Tells the newest appeals.
 *
 * @param textLanguage the language that appeals are written in
 */
export function appealsFeed(telling: Telling, { of, appeals }: AppealsFeed, textLanguage: Language): Feed {
  const { facts, voice, links } = telling;
  return {
    self: links.absolute(feedAddress(of)),
    page: followedPage(telling, of),
    language: voice.language,
    title: appealsFeedTitle(telling, of),
    author: facts.portal.publisher.name,
    updated: facts.edition.date,
    entries: appeals.map((appeal) => appealEntry(telling, appeal, textLanguage)),
  };
}
