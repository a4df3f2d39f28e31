import { join } from "node:path";
import { type PublicAppeal } from "../../model/appeal.ts";
import { noFilters } from "../../site/search/filters.ts";
import { openBuilt } from "../search/openBuilt.ts";

/** Appeals that are searched for, spread over all. */
const looksFor = 10;
/** Words of an appeal that are asked for: its longest, which name it best. */
const wordsAsked = 5;

/** What somebody would type who remembers an appeal: its longest words. */
export function wordsOf(text: string): string {
  const words = [...new Set(text.toLowerCase().match(/\p{L}{4,}/gu))];
  return words.sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).slice(0, wordsAsked).join(" ");
}

/** Appeals with words to search for, spread over all of them. @param count of all, at least one */
export async function spreadAppeals(appeals: AsyncIterable<readonly PublicAppeal[]> | Iterable<readonly PublicAppeal[]>, count: number): Promise<PublicAppeal[]> {
  const step = Math.max(1, Math.floor(count / looksFor));
  const chosen: PublicAppeal[] = [];
  let position = 0;
  let due = 0;
  for await (const group of appeals) {
    for (const appeal of group) {
      if (position >= due && chosen.length < looksFor && wordsOf(appeal.text ?? "") !== "") {
        chosen.push(appeal);
        due = position + step;
      }
      position += 1;
    }
    if (chosen.length === looksFor) break;
  }
  return chosen;
}

/**
 * Searches the finished site for ten of its appeals by their words and day of receipt, with the search that runs in
 * readers' browsers.
 *
 * @param appeals all that are published, in any steady order
 * @param count how many they are
 * @returns ids that were not found
 */
export async function missedBySearch(siteDir: string, appeals: AsyncIterable<readonly PublicAppeal[]> | Iterable<readonly PublicAppeal[]>, count: number): Promise<string[]> {
  const wanted = await spreadAppeals(appeals, count);
  if (wanted.length === 0) return [];
  const usualFetch = globalThis.fetch;
  try {
    const { search } = openBuilt(join(siteDir, "search"));
    const missed: string[] = [];
    for (const { id, text, received } of wanted) {
      const day = received.slice(0, 10);
      const { hits } = await search.run({ typed: wordsOf(text ?? ""), filters: { ...noFilters, from: day, to: day }, order: "newest", limit: Number.MAX_SAFE_INTEGER });
      if (!hits.some((hit) => hit.id === id)) missed.push(id);
    }
    return missed;
  } finally {
    globalThis.fetch = usualFetch;
  }
}
