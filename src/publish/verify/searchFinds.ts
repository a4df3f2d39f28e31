import { join } from "node:path";
import type { PublicAppeal } from "../../model/appeal.ts";
import { visibleText, wordsOf, type SearchLanguage } from "../../search/words/analyzer.ts";
import { noFilters } from "../../search/read/filters.ts";
import type { Search } from "../../search/read/search.ts";
import { openBuilt } from "../../search/read/openBuilt.ts";

/** Places among all appeals, spread evenly, at which the search is tried. */
const looksFor = 10;
/** Appeals that are asked for at one place: one that cannot be found may be odd, all of them are not. */
const triedAtOnce = 3;
/** Words of an appeal that are asked for: its longest, which name it best. */
const wordsAsked = 5;

/** Words of one alphabet and of a usual length. What is glued of letters and figures, or endless, names no appeal that somebody remembers. */
const usualWord = /^(?:[а-яё]{4,24}|[a-z]{4,24})$/iu;

/**
 * What somebody would type who remembers an appeal: the longest of the words that the search itself makes of its text.
 *
 * @returns "" for a text without any, such as one of links, emoji or figures: nobody can be sent to look for it
 */
export function askedWords(text: string, language: SearchLanguage): string {
  const seen = visibleText(text);
  const words = wordsOf(seen, language).flatMap(({ start, end, stem }) => {
    const written = seen.slice(start, end).toLowerCase();
    return stem !== null && usualWord.test(written) ? [written] : [];
  });
  return [...new Set(words)]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .slice(0, wordsAsked)
    .join(" ");
}

/**
 * Appeals that can be searched for, in small groups of neighbours, spread over all of them.
 *
 * @param count of all, at least one
 */
export async function spreadAppeals(
  appeals: AsyncIterable<readonly PublicAppeal[]> | Iterable<readonly PublicAppeal[]>,
  count: number,
  language: SearchLanguage,
): Promise<PublicAppeal[][]> {
  const step = Math.max(1, Math.floor(count / looksFor));
  const groups: PublicAppeal[][] = [];
  let position = 0;
  let due = 0;
  for await (const some of appeals) {
    for (const appeal of some) {
      if (position >= due && askedWords(appeal.text ?? "", language) !== "") {
        const open = groups.at(-1);
        if (open === undefined || open.length === triedAtOnce) groups.push([appeal]);
        else open.push(appeal);
        if (groups.at(-1)!.length === triedAtOnce) {
          if (groups.length === looksFor) return groups;
          due = Math.max(position + 1, groups.length * step);
        }
      }
      position += 1;
    }
  }
  return groups;
}

/** Whether the search finds an appeal by its words on its day of receipt. */
async function isFound(
  search: Search,
  { id, text, received }: PublicAppeal,
  language: SearchLanguage,
): Promise<boolean> {
  const day = received.slice(0, 10);
  const { hits } = await search.run({
    typed: askedWords(text ?? "", language),
    filters: { ...noFilters, from: day, to: day },
    order: "newest",
    limit: Number.MAX_SAFE_INTEGER,
  });
  return hits.some((hit) => hit.id === id);
}

/**
 * Searches the finished site for its appeals by their words and day of receipt, with the search that runs in readers'
 * browsers. A place is missed where the search finds none of the appeals asked for there: a text that it cannot find by
 * itself, whatever a resident wrote in it, is no fault of the index and stops nothing.
 *
 * @param appeals all that are published, in any steady order
 * @param count how many they are
 * @returns ids that were not found, of the places that were missed
 */
export async function missedBySearch(
  siteDir: string,
  appeals: AsyncIterable<readonly PublicAppeal[]> | Iterable<readonly PublicAppeal[]>,
  count: number,
): Promise<string[]> {
  if (count === 0) return [];
  const { search, manifest } = openBuilt(join(siteDir, "search"));
  const missed: string[] = [];
  for (const group of await spreadAppeals(appeals, count, manifest.language)) {
    let found = false;
    for (const appeal of group) found ||= await isFound(search, appeal, manifest.language);
    if (!found) missed.push(...group.map(({ id }) => id));
  }
  return missed;
}
