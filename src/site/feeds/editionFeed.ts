import type { Editions } from "../../model/editions.ts";
import { kindRows } from "../../words/changeTexts.ts";
import { editionAddress } from "../../edition/editionAddress.ts";
import type { Feed, FeedEntry } from "./atomFeed.ts";
import type { Telling } from "../../words/telling.ts";

const mostEntries = 20;

/** Where the feed of editions stands. */
export const editionFeedAddress = "/editions/feed.atom";

/** The newest editions, each with how many appeals it changed and in what way. */
export function editionFeed(
  { facts: { portal, edition: newest }, voice, links }: Telling,
  { editions }: Editions,
): Feed {
  const { t } = voice;
  return {
    self: links.absolute(editionFeedAddress),
    page: links.absolute("/editions/"),
    language: voice.language,
    title: t("feed.editions.title", { portal: portal.title }),
    author: portal.publisher.name,
    updated: newest.date,
    entries: editions
      .slice(-mostEntries)
      .reverse()
      .map((edition): FeedEntry => {
        const changes = kindRows(edition, voice).map(([kind = "", n = ""]) => t("edition.list", { kind, n }));
        return {
          title: t("edition.title", { date: voice.date(edition.date) }),
          page: links.absolute(editionAddress(edition)),
          pageLanguage: voice.language,
          published: edition.date,
          updated: edition.date,
          summary: `${[voice.counted(edition.appeals, "appeal"), ...changes].join(". ")}.`,
          categories: [],
        };
      }),
  };
}
