import { stemsOf, type Word } from "../words/analyzer.ts";
import { kindsOfStreet } from "../words/abbreviations.ts";
import type { NameIndex } from "./nameIndex.ts";
import { namedFacets, type NamedFacet } from "./namedFacets.ts";

/** Which words of a query name a topic, a place, an agency or a street, and which of these readings go together. */

/** Names that share a word which still tells them apart; «администрация» and «район» do not. */
const mostSharing = 4;
/** Things that part of a name may mean. */
const mostMeant = 3;
/** Words of the query beside each other that name something. */
export interface Mention {
  facet: NamedFacet | "street";
  code: string;
  /** Places of the words among those that are not stop words. */
  from: number;
  to: number;
  /** Which share of the name's words was said; 1: all. */
  share: number;
}

const better = (a: Mention, b: Mention): number =>
  Number(b.share === 1) - Number(a.share === 1) ||
  b.to - b.from - (a.to - a.from) ||
  b.share - a.share ||
  order(a.facet) - order(b.facet) ||
  (a.code < b.code ? -1 : 1);

const order = (facet: Mention["facet"]): number => (facet === "street" ? -1 : namedFacets.indexOf(facet));
export const overlap = (a: Mention, b: Mention): boolean => a.from < b.to && b.from < a.to;

/** The best mention of each thing: the whole name, or some of its words that tell it from most others. */
export function mentionsOfNames(stems: readonly string[], { names, sharing }: NameIndex): Mention[] {
  const best = new Map<string, Mention>();
  for (const { thing, stems: name, telling, tooFew } of names) {
    const { facet, code } = thing;
    const has = new Set(name);
    for (let from = 0; from < stems.length; from += 1) {
      let to = from;
      const said = new Set<string>();
      while (to < stems.length && has.has(stems[to] ?? "") && !said.has(stems[to] ?? "")) said.add(stems[to++] ?? "");
      if (to === from) continue;
      const share = said.size / has.size;
      const tells =
        said.size > tooFew &&
        [...said].some(
          (stem) => telling.has(stem) && (sharing[facet].get(stem) ?? 0) <= mostSharing && /\p{L}{2}/u.test(stem),
        );
      if (share < 1 && !tells) continue;
      const mention: Mention = { facet, code, from, to, share };
      const key = `${facet} ${code}`;
      const known = best.get(key);
      if (known === undefined || better(mention, known) < 0) best.set(key, mention);
    }
  }
  return [...best.values()];
}

const stemOf = (word: string): string | undefined => stemsOf(word, "ru")[0];
/** Nothing is made ready ahead: the page imports from here, and must not load the stems. */
export const isKind = (word: string): boolean => kindsOfStreet.some((kind) => stemOf(kind) === stemOf(word));

/** «улица Ленина», «Садовая улица»: the kind of a street and the word that follows it, or an adjective before it. */
export function mentionsOfStreets(words: readonly Word[]): Mention[] {
  return words.flatMap(({ stem, plain }, at): Mention[] => {
    if (stem === null || !isKind(plain)) return [];
    const before = words[at - 1];
    const isNamedBefore =
      before !== undefined &&
      (/(?:[аяо][яе]|[ыио]й|ой|ую|ом)$/.test(before.plain) || /^\d/.test(words[at + 1]?.plain ?? ""));
    const from = isNamedBefore ? at - 1 : at;
    const to = isNamedBefore ? at + 1 : at + 2;
    return to > words.length ? [] : [{ facet: "street", code: "", from, to, share: 1 }];
  });
}

/** Readings that combine what can be said at once: the best first, then those that take the same words for something else. */
export function combinations(mentions: readonly Mention[]): Mention[][] {
  const sorted = mentions.toSorted(better);
  const fill = (chosen: readonly Mention[]): Mention[] => {
    const all = [...chosen];
    for (const mention of sorted)
      if (!all.some((other) => other.facet === mention.facet || overlap(other, mention))) all.push(mention);
    return all;
  };
  const first = fill([]);
  const others = sorted
    .filter((mention) => !first.includes(mention))
    // A part of a name beside a whole one that says the same is no reading of its own.
    .filter((mention) => mention.share === 1 || !first.some((other) => other.share === 1 && overlap(other, mention)))
    // «Вода» inside «горячая вода» says no more than the longer name that was chosen.
    .filter(
      (mention) =>
        !first.some(
          (other) =>
            other.facet === mention.facet &&
            other.share === 1 &&
            overlap(other, mention) &&
            other.to - other.from > mention.to - mention.from,
        ),
    )
    .map((mention) => fill([mention]));
  return first.length === 0 ? [] : [first, ...others.slice(0, mostMeant - 1)];
}
