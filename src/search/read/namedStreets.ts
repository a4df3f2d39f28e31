import { wordsOf, type SearchLanguage } from "../words/analyzer.ts";
import type { Filters } from "./filters.ts";
import type { NameIndex } from "./nameIndex.ts";
import { namingsOf, unnamed, type Naming } from "./namedThings.ts";
import type { SearchRequest } from "./searchAnswer.ts";

/** Streets: said with their kind, and by their name alone, as «Верхняя, 34», known from how the texts write it: «улица Верхняя». */

/** Of more words nobody means only a street and a house. */
const mostWords = 2;
const shortestName = 3;

/** Kinds of streets by the gender of an adjective; of other names, as «Ленина», the commonest. */
const kindsByEnding: readonly (readonly [RegExp, readonly string[]])[] = [
  [/(?:[ая]я|[ое]й|ую)$/i, ["улица", "площадь", "набережная"]],
  [/(?:[ыи]й|[ое]м)$/i, ["переулок", "проспект", "проезд", "бульвар"]],
  [/[ое]е$/i, ["шоссе"]],
  [/./, ["улица", "проспект", "переулок"]],
];

/** Of the appeals that have the word, so many at least write it as a street: «проспект» before «ремонт» is no street's name. */
const leastShare = 0.25;

const capitalised = (name: string): string => name.replace(/(?<![\p{L}-])\p{L}/gu, (letter) => letter.toUpperCase());

/** Streets that a word or two may name, as they would be written. */
const streetsOf = (name: string): string[] =>
  (kindsByEnding.find(([ending]) => ending.test(name))?.[1] ?? []).map((kind) => `${kind} ${capitalised(name)}`);

/**
 * The same reading with a street in it, where a word that names nothing else, or two beside each other, is one in the texts.
 *
 * @param count appeals with words or a phrase; null where nobody counts them unasked
 * @returns null where no word is
 */
export async function withStreet(
  naming: Naming,
  language: SearchLanguage,
  count: (typed: string) => Promise<number | null>,
): Promise<Naming | null> {
  const { rest, street } = naming;
  if (language !== "ru" || street !== null || rest.includes("«")) return null;
  const words = wordsOf(rest, language).filter(({ plain }) => /^\p{L}/u.test(plain));
  const [first, second] = words;
  if (words.length > mostWords) return null;
  const spans = [...(first && second ? [{ start: first.start, end: second.end }] : []), ...words];
  for (const { start, end } of spans) {
    const name = rest.slice(start, end);
    if (name.length < shortestName) continue;
    const found = await mostSaid(name, count);
    if (found === null) continue;
    const said = words.filter((word) => word.start >= start && word.end <= end).map(({ plain }) => plain);
    const left = (rest.slice(0, start) + rest.slice(end)).trim();
    return { ...naming, street: found, rest: left, said: [...naming.said, ...said] };
  }
  return null;
}

/** What is searched for of a reading: its street as a phrase, and the words that are left. */
export const typedOf = ({ street, rest }: Pick<Naming, "street" | "rest">): string =>
  [street && `«${street}»`, rest].filter(Boolean).join(" ");

/** A search as it was meant. */
export type Meant = Pick<SearchRequest, "typed" | "filters">;

/** The filters of a search with those that a reading of it names. */
export const filtersOf = (filters: Filters, { codes }: Pick<Naming, "codes">): Filters => ({
  ...filters,
  ...Object.fromEntries(Object.entries(codes).map(([facet, code]) => [facet, [code]])),
});

/**
 * The search for a street, and whatever else is named with it, in place of one for their words, which stand in any text: where the
 * kind of the street is said, a house, or the place that it is in. Of a word alone nobody knows whether it means a street.
 *
 * @returns null where the words are searched for as they are
 */
export async function streetMeant(
  { typed, filters }: Meant,
  index: NameIndex,
  count: (typed: string, filters: Filters) => Promise<number | null>,
): Promise<Meant | null> {
  const [first = unnamed(typed)] = namingsOf(typed, index);
  const isOfStreet = /\d/.test(typed) || filtersOf(filters, first).place.length > 0;
  const read =
    first.street === null && isOfStreet
      ? await withStreet(first, index.language, (words) => count(words, filters))
      : first;
  if (!read?.street) return null;
  const meant = { typed: typedOf(read), filters: filtersOf(filters, read) };
  return (await count(meant.typed, meant.filters)) ? meant : null;
}

async function mostSaid(name: string, count: (typed: string) => Promise<number | null>): Promise<string | null> {
  const all = await count(name);
  if (!all) return null;
  const found = await Promise.all(
    streetsOf(name).map(async (street) => ({ street, appeals: (await count(`«${street}»`)) ?? 0 })),
  );
  const [best] = found.sort((one, other) => other.appeals - one.appeals);
  return best !== undefined && best.appeals >= all * leastShare ? best.street : null;
}
