import { stemsOf, visibleText, wordsOf, type SearchLanguage, type Word } from "../words/analyzer.ts";
import { abbreviations } from "../words/abbreviations.ts";
import { editCost } from "../words/editCost.ts";
import { otherLayout } from "../words/keyboardLayout.ts";
import type { NameIndex } from "./nameIndex.ts";
import type { NamedFacet } from "./namedFacets.ts";
import { combinations, isKind, mentionsOfNames, mentionsOfStreets, overlap, type Mention } from "./nameMentions.ts";
import { mostCharacters } from "./mostCharacters.ts";

/** Which things of the portal somebody names in a search: topics, places, agencies and streets, with the words that are left. */

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
/** Shorter words are not taken for misspelt ones: too many are one letter apart. */
const shortestMisspelt = 5;

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
