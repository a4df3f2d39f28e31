import type { ListedAppeal } from "../../edition/listedAppeal.ts";
import { crossingAddress, type Crossing } from "../../model/crossings.ts";
import type { Telling } from "../../words/telling.ts";
import { crossedAppeals } from "../crossings/crossedAppeals.ts";
import { appealEntry, mostEntries } from "./appealFeed.ts";
import { isInTime } from "./appealsFeed.ts";
import type { Feed } from "./atomFeed.ts";

type TopicInPlace = Pick<Crossing, "topic" | "place">;

/** Where the feed of a topic in one place stands: beside its page. */
export const crossingFeedAddress = (crossing: TopicInPlace): string => `${crossingAddress(crossing)}feed.atom`;

/** What it is called, and is announced by. */
export const crossingFeedTitle = ({ facts, voice, names }: Telling, { topic, place }: TopicInPlace): string =>
  voice.t("feed.agency.title", {
    name: `${names.topic(topic)}, ${names.place(place)}`,
    portal: facts.portal.title,
  });

/**
 * The newest appeals on a topic from one place.
 *
 * @param telling in the language of the appeals, since the feed stands once for all languages
 * @param newestFirst all appeals
 */
export function crossingFeed(telling: Telling, crossing: TopicInPlace, newestFirst: readonly ListedAppeal[]): Feed {
  const { facts, voice, links } = telling;
  return {
    self: links.absoluteShared(crossingFeedAddress(crossing)),
    page: links.absolute(crossingAddress(crossing)),
    language: voice.language,
    title: crossingFeedTitle(telling, crossing),
    author: facts.portal.publisher.name,
    updated: facts.edition.date,
    entries: crossedAppeals(newestFirst, crossing)
      .filter(isInTime(facts.edition))
      .slice(0, mostEntries)
      .map((appeal) => appealEntry(telling, appeal, voice.language)),
  };
}
