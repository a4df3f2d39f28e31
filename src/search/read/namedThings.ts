import { stemsOf, visibleText, wordsOf, type SearchLanguage, type Word } from "../words/analyzer.ts";
import { abbreviations, kindsOfStreet } from "../words/abbreviations.ts";
import { editCost } from "../words/editCost.ts";
import { otherLayout } from "../words/keyboardLayout.ts";
import { mostCharacters } from "./query.ts";

/** Which things of the portal somebody names in a search: topics, places, agencies and streets, with the words that are left. */

/** In the order in which they are told. */
export const namedFacets = ["topic", "place", "agency"] as const;
type NamedFacet = (typeof namedFacets)[number];

/** Something that has a name, and all its names. */
export interface NamedThing {
  facet: NamedFacet;
  code: string;
  names: readonly string[];
}

/** One reading of what was typed. */
export interface Naming {
  /** At most one of each kind. */
  codes: Partial<Record<NamedFacet, string>>;
  /** A street by its kind and name, as typed; it is looked for in the texts. */
  street: string | null;
  /** What is left of the query: other words, and phrases in their quotes. */
  rest: string;
  /** The words that name something, in small letters. */
  said: string[];
}

/** A query of which nothing is named, or of which it is not known. */
export const unnamed = (typed: string): Naming => ({ codes: {}, street: null, rest: houseAlone(typed), said: [] });

/** Readings offered at once. */
const mostNamings = 3;
/** Names that share a word which still tells them apart; «администрация» and «район» do not. */
const mostSharing = 4;
/** Things that part of a name may mean. */
const mostMeant = 3;
/** Shorter words are not taken for misspelt ones: too many are one letter apart. */
const shortestMisspelt = 5;

/** A name, or a part of a topic's name that is one by itself. */
interface KnownName {
  thing: NamedThing;
  stems: readonly string[];
  /** Those that name the thing where not all of the name is said: no adjectives, which say of what kind it is and not what. */
  telling: ReadonlySet<string>;
  /** Words that are too few to name the thing, unless they are all that the name has. */
  tooFew: number;
}

export interface NameIndex {
  language: SearchLanguage;
  names: readonly KnownName[];
  /** Things that have a stem in one of their names, of each kind. */
  sharing: Readonly<Record<NamedFacet, ReadonlyMap<string, number>>>;
  /** Every stem of a name, with a word that has it. */
  words: ReadonlyMap<string, string>;
}

/** Russian adjectives as names have them: in the nominative and in the genitive; «отопление» and «территория» are none. */
const adjective = /(?:[аяо]я|[ое]е|ые|[кгхжшчщ]ие|[^аеия]ние|[ыио]й|[ое]го|[ыи]х)$/;
/** «Ветрогонский район» is a place, said by its adjective alone. */
const ofPlace = /[сц]к(?:ий|ой|ая|ое|ие|ого|их)$/;

const isAdjective = (word: string, facet: NamedFacet): boolean =>
  adjective.test(word) && !(facet === "place" && ofPlace.test(word));

/**
 * «Отопление и горячая вода» are «отопление» and «горячая вода», each a name by itself. In «сбор и вывоз отходов» the last
 * words belong to both, and «сбор» alone is none.
 */
function partsOf(name: string, language: SearchLanguage): string[] {
  const parts = name.split(/\s*[,;]\s*|\s+(?:и|and)\s+/iu);
  if (parts.length === 1) return [];
  const [first, second] = wordsOf(visibleText(parts.at(-1) ?? ""), language).filter(({ stem }) => stem !== null);
  const isShared = language === "ru" && second !== undefined && !isAdjective(first?.plain ?? "", "topic");
  return isShared ? parts.filter((part) => /\s/u.test(part)) : parts;
}

/** A topic is what its name says and not what a word of it may mean elsewhere; English words before the last do as adjectives. */
function knownName(thing: NamedThing, name: string, language: SearchLanguage): KnownName {
  const words = wordsOf(visibleText(name), language).filter(({ stem }) => stem !== null);
  const isTopic = thing.facet === "topic";
  const telling = words.filter(({ plain }, at) =>
    language === "ru" ? !isAdjective(plain, thing.facet) : !isTopic || at === words.length - 1,
  );
  const stem = (word: Word): string => word.stem ?? "";
  return {
    thing,
    stems: words.map(stem),
    telling: new Set(telling.map(stem)),
    tooFew: isTopic && language === "ru" ? 1 : 0,
  };
}

/** Reads the names once for all queries. @param things a thing may come more than once, with other names each time */
export function nameIndex(things: readonly NamedThing[], language: SearchLanguage): NameIndex {
  const names: KnownName[] = [];
  const sharing: Record<NamedFacet, Map<string, number>> = { topic: new Map(), place: new Map(), agency: new Map() };
  const words = new Map<string, string>();
  const byThing = Map.groupBy(things, ({ facet, code }) => `${facet} ${code}`);
  for (const [thing, ...more] of byThing.values()) {
    if (thing === undefined) continue;
    const own = new Set<string>();
    for (const name of new Set([thing, ...more].flatMap((each) => each.names))) {
      const read = wordsOf(visibleText(name), language).filter(({ stem }) => stem !== null);
      for (const { stem, plain } of read) {
        own.add(stem ?? "");
        if (!words.has(stem ?? "")) words.set(stem ?? "", plain);
      }
      for (const one of thing.facet === "topic" ? [name, ...partsOf(name, language)] : [name]) {
        const known = knownName(thing, one, language);
        if (known.stems.length > 0) names.push(known);
      }
    }
    for (const stem of own) sharing[thing.facet].set(stem, (sharing[thing.facet].get(stem) ?? 0) + 1);
  }
  return { language, names, sharing, words };
}

/** Words of the query beside each other that name something. */
interface Mention {
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
const overlap = (a: Mention, b: Mention): boolean => a.from < b.to && b.from < a.to;

/** The best mention of each thing: the whole name, or some of its words that tell it from most others. */
function mentionsOfNames(stems: readonly string[], { names, sharing }: NameIndex): Mention[] {
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
const isKind = (word: string): boolean => kindsOfStreet.some((kind) => stemOf(kind) === stemOf(word));

/** «улица Ленина», «Садовая улица»: the kind of a street and the word that follows it, or an adjective before it. */
function mentionsOfStreets(words: readonly Word[]): Mention[] {
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
function combinations(mentions: readonly Mention[]): Mention[][] {
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

/** What stands in quotes is a phrase of the texts and names nothing. Written so that no quote opens in the script, which the last look reads. */
const quoted = /[\x22«“„]([^\x22«»“”„]*)[\x22»”“]/gu;

/** @param correct the word that was meant instead of one that is in no name; null: none */
function readWords(typed: string, index: NameIndex, correct: (word: Word) => string | null): Word[] {
  return wordsOf(
    typed.replace(quoted, (phrase) => " ".repeat(phrase.length)),
    index.language,
  ).flatMap((word) => {
    if (word.stem === null) return [];
    const meant = index.words.has(word.stem) ? null : correct(word);
    return [meant === null ? word : { ...word, stem: meant }];
  });
}

/** Query as it would be with the words of names typed in the other layout put right. */
function inRightLayout(typed: string, { language, words }: NameIndex): string {
  if (language !== "ru") return typed;
  return typed
    .split(/(\s+)/u)
    .map((piece) => {
      const turned = otherLayout(piece.replace(/,$/, ""));
      const stems = turned === null ? [] : stemsOf(turned, language);
      return turned !== null && stems.length > 0 && stems.every((stem) => words.has(stem)) ? turned : piece;
    })
    .join("");
}

/**
 * «ул. Верхняя, д. 34, кв. 5» as texts can be searched for it: the number of the house without its word, which some write and
 * others do not, and no flat, which texts keep to themselves.
 */
const houseAlone = (typed: string): string =>
  typed.replace(/(?<![^\s,])(?:д(?:ом[а-я]*)?[.\s]*(?=\d)|кв(?:артир.)?[.\s]*\d+)/gi, "");

/** The stems of names that a misspelt word most probably stands for; null where none or several equally may be meant. */
function meantStem(word: Pick<Word, "plain" | "stem">, { words }: Pick<NameIndex, "words">): string | null {
  if (word.plain.length < shortestMisspelt || !/^\p{L}+$/u.test(word.plain)) return null;
  const most = word.plain.length >= 8 ? 2 : 1;
  let best: { stem: string; cost: number } | null = null;
  let isTied = false;
  for (const [stem, form] of words) {
    if (stem.length < shortestMisspelt - 1) continue;
    const cost = Math.min(editCost(word.stem ?? "", stem, most).cost, editCost(word.plain, form, most).cost);
    if (cost === Infinity || (best !== null && cost > best.cost)) continue;
    isTied = best !== null && cost === best.cost;
    best = { stem, cost };
  }
  return isTied ? null : (best?.stem ?? null);
}

/** Words of a query that name nothing as they are typed and something with a slip put right. */
export function misspeltNames(typed: string, index: NameIndex): { word: string; stem: string; meant: string }[] {
  const slips: { word: string; stem: string; meant: string }[] = [];
  readWords(inRightLayout(visibleText(typed.slice(0, mostCharacters)), index), index, (word) => {
    const meant = meantStem(word, index);
    if (meant !== null) slips.push({ word: word.plain, stem: word.stem ?? "", meant });
    return null;
  });
  return slips;
}

/**
 * What a query names, in the most probable readings first. Nothing is searched here.
 *
 * @param slips misspelt words, in small letters, with the stem that was meant
 */
export function namingsOf(typed: string, index: NameIndex, slips: ReadonlyMap<string, string> = new Map()): Naming[] {
  const text = houseAlone(inRightLayout(visibleText(typed.slice(0, mostCharacters)), index));
  const words = readWords(text, index, ({ plain }) => slips.get(plain) ?? null);
  const stems = words.map(({ stem }) => stem ?? "");
  const streets = mentionsOfStreets(words);
  const named = mentionsOfNames(stems, index).filter((mention) => !streets.some((street) => overlap(street, mention)));
  return combinations([...streets, ...named])
    .slice(0, mostNamings)
    .map((mentions): Naming => {
      const street = mentions.find(({ facet }) => facet === "street");
      const span = ({ from, to }: Mention): [number, number] => [words[from]?.start ?? 0, words[to - 1]?.end ?? 0];
      return {
        codes: Object.fromEntries(
          mentions.flatMap(({ facet, code }) => (facet === "street" ? [] : [[facet, code] as const])),
        ),
        // «Верхняя ул.» as most write it: «улица Верхняя».
        street:
          street === undefined
            ? null
            : words
                .slice(street.from, street.to)
                .map(({ start, end, plain }) => abbreviations.get(plain) ?? text.slice(start, end))
                .sort((word) => (isKind(word) ? -1 : 1))
                .join(" "),
        rest: without(text, mentions.map(span), index.language),
        said: mentions.flatMap(({ from, to }) => words.slice(from, to).map(({ plain }) => plain)),
      };
    });
}

/** A query without some of its stretches, and without the signs and small words that joined them to the rest. */
function without(text: string, spans: readonly (readonly [number, number])[], language: SearchLanguage): string {
  let rest = "";
  let position = 0;
  for (const [start, end] of spans.toSorted((a, b) => a[0] - b[0])) {
    rest += `${text.slice(position, start)} `;
    position = end;
  }
  rest = (rest + text.slice(position)).replace(/\s+/gu, " ");
  const phrases = [...rest.matchAll(quoted)].map(({ 1: phrase }) => `«${phrase}»`);
  const loose = rest.replace(quoted, " ");
  const words = wordsOf(loose, language)
    .filter(({ stem }) => stem !== null)
    .map(({ start, end }) => loose.slice(start, end));
  return [...words, ...phrases].join(" ");
}
