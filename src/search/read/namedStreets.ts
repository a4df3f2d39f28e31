import { wordsOf, type SearchLanguage } from "../words/analyzer.ts";
import { type Filters } from "./filters.ts";
import { namingsOf, type NameIndex, type Naming } from "./namedThings.ts";

/** Streets: said with their kind, and by their name alone, as «Верхняя, 34», known from how the texts write it: «улица Верхняя». */

/** Of more words nobody means only a street and a house. */
const mostWords = 2;
const shortestName = 3;

/** Kinds of streets by the gender of an adjective; of other names, as «Ленина», the commonest. */
const kindsByEnding: readonly (readonly [RegExp, readonly string[]])[] = [
  [/(?:ая|яя|ой|ую|ей)$/, ["улица", "площадь", "набережная"]],
  [/(?:ый|ий|ом|ем)$/, ["переулок", "проспект", "проезд", "бульвар"]],
  [/(?:ое|ее)$/, ["шоссе"]],
  [/./, ["улица", "проспект", "переулок"]],
];

/** Of the appeals that have the word, so many at least write it as a street: «проспект» before «ремонт» is no street's name. */
const leastShare = 0.25;

const capitalised = (name: string): string => name.replace(/(?<![\p{L}-])\p{L}/gu, (letter) => letter.toUpperCase());

/** Streets that a word or two may name, as they would be written. */
const streetsOf = (name: string): string[] =>
  (kindsByEnding.find(([ending]) => ending.test(name.toLowerCase()))?.[1] ?? []).map(
    (kind) => `${kind} ${capitalised(name)}`,
  );

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
  if (first === undefined || words.length > mostWords) return null;
  const spans = [...(second === undefined ? [] : [{ start: first.start, end: second.end }]), ...words];
  for (const { start, end } of spans) {
    const name = rest.slice(start, end);
    if (name.length < shortestName) continue;
    const found = await mostSaid(name, count);
    if (found === null) continue;
    const said = words.filter((word) => word.start >= start && word.end <= end).map(({ plain }) => plain);
    const left = `${rest.slice(0, start)} ${rest.slice(end)}`.replace(/\s+/gu, " ").trim();
    return { ...naming, street: found, rest: left, said: [...naming.said, ...said] };
  }
  return null;
}

/** What is searched for of a reading: its street as a phrase, and the words that are left. */
export const typedOf = ({ street, rest }: Pick<Naming, "street" | "rest">): string =>
  [...(street === null ? [] : [`«${street}»`]), ...(rest === "" ? [] : [rest])].join(" ");

/**
 * The search for a street in place of one for its words, which stand in any text: where the kind of the street is said, a house, or
 * a place that it is in, and nothing else is named. Of a word alone nobody knows whether it means a street.
 *
 * @returns null where the words are searched for as they are
 */
export async function streetMeant(
  { typed, filters }: { typed: string; filters: Filters },
  index: NameIndex,
  count: (typed: string) => Promise<number | null>,
): Promise<string | null> {
  if (index.language !== "ru") return null;
  const [first = { codes: {}, street: null, rest: typed, said: [] }] = namingsOf(typed, index);
  if (Object.keys(first.codes).length > 0) return null;
  const isOfStreet = /\d/u.test(typed) || filters.place.length > 0;
  const read = first.street === null && isOfStreet ? await withStreet(first, index.language, count) : first;
  if (read === null || read.street === null) return null;
  const meant = typedOf(read);
  return ((await count(meant)) ?? 0) > 0 ? meant : null;
}

async function mostSaid(name: string, count: (typed: string) => Promise<number | null>): Promise<string | null> {
  const all = (await count(name)) ?? 0;
  if (all === 0) return null;
  const found = await Promise.all(
    streetsOf(name).map(async (street) => ({ street, appeals: (await count(`«${street}»`)) ?? 0 })),
  );
  const best = found.reduce((most, one) => (one.appeals > most.appeals ? one : most), { street: "", appeals: 0 });
  return best.appeals > 0 && best.appeals >= all * leastShare ? best.street : null;
}
