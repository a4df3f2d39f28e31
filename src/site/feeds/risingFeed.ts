import type { Telling } from "../../words/telling.ts";
import { weekWords } from "../../words/weekWords.ts";
import { risesTold } from "../rising.ts";
import type { Feed } from "./atomFeed.ts";

/** Where the feed of what rises stands. */
export const risingFeedAddress = "/rising/feed.atom";

/** What rises in this edition; an entry keeps its id while the same weeks are told of the same topic and place. */
export function risingFeed(telling: Telling): Feed {
  const { facts, voice, links } = telling;
  const { w } = weekWords(voice);
  return {
    self: links.absolute(risingFeedAddress),
    page: links.absolute("/rising/"),
    language: voice.language,
    title: w("rising.feed.title", { portal: facts.portal.title }),
    author: facts.portal.publisher.name,
    updated: facts.edition.date,
    entries: risesTold(telling, []).map(({ id, where, received, usual, words }) => ({
      title: w("rising.feed.entry", { where }),
      page: `${links.absolute("/rising/")}#${id}`,
      pageLanguage: voice.language,
      published: facts.edition.date,
      updated: facts.edition.date,
      summary: [received, ...usual, ...(words === null ? [] : [words])].join(" "),
      categories: [],
    })),
  };
}
