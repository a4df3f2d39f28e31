import { plainWord, stemsOf, visibleText, wordsOf, type SearchLanguage } from "../words/analyzer.ts";
import type { VocabularyIndex } from "../format/companion.ts";
import { editCost } from "../words/editCost.ts";
import { otherLayout } from "../words/keyboardLayout.ts";
import { mostCharacters } from "./mostCharacters.ts";
import { countOf, fileOf, reversed, type VocabularyEntry } from "../format/vocabulary.ts";

export interface Suggestions {
  /** Words of the query, as typed, that no appeal has in any form. */
  nowhere: string[];
  /** The whole query with those words put right; null where nothing better is known. */
  instead: string | null;
}

export interface KnownWords {
  index: VocabularyIndex;
  language: SearchLanguage;
  /** Entries of a file of the vocabulary, by its name. */
  entries: (name: string) => Promise<VocabularyEntry[]>;
}

/** Words put right in one query; more is no slip. */
const mostWords = 6;
/** A word in so many appeals is meant as it was typed. */
export const established = 3;
/** How many times as frequent the other word must be where the typed one occurs. */
export const clearlyMore = 20;

/** Slips that are looked for: short words with two of them are other words. */
function mostSlips(word: string): number {
  return word.length >= 8 ? 2 : 1;
}

async function files(names: readonly string[], { entries }: KnownWords): Promise<VocabularyEntry[]> {
  return (await Promise.all([...new Set(names)].map(entries))).flat();
}

async function entryOf(stem: string, vocabulary: KnownWords): Promise<VocabularyEntry | undefined> {
  if (vocabulary.index.forward.length === 0) return undefined;
  const near = await vocabulary.entries(`${fileOf(stem, vocabulary.index.forward)}.gz`);
  return near.find((entry) => entry.stem === stem);
}

/** In how many appeals a stem stands; numbers and marks, which the vocabulary does not keep, in none. */
export async function appealsWith(stem: string, vocabulary: KnownWords): Promise<number> {
  const entry = await entryOf(stem, vocabulary);
  return entry === undefined ? 0 : countOf(entry);
}

/** Words as plain letters, with their stems. */
function plain(word: string, language: SearchLanguage): { form: string; stem: string } | null {
  const [stem] = stemsOf(word, language);
  return stem === undefined ? null : { form: plainWord(word), stem };
}

/**
 * The written word that was most probably meant by a misspelt one, where the slip is not in both the beginning and the
 * end of the word: one file holds what begins alike, another what ends alike.
 */
async function nearest(
  word: { form: string; stem: string },
  own: VocabularyEntry | undefined,
  vocabulary: KnownWords,
): Promise<string | null> {
  const { forward, backward } = vocabulary.index;
  const near = await files(
    [
      ...(forward.length > 0 ? [`${fileOf(word.stem, forward)}.gz`] : []),
      ...(backward.length > 0 ? [`b${fileOf(reversed(word.stem), backward)}.gz`] : []),
    ],
    vocabulary,
  );
  const least = own === undefined ? 1 : countOf(own) * clearlyMore;
  let best: { form: string; score: number } | null = null;
  for (const entry of new Map(near.map((each) => [each.stem, each])).values()) {
    const total = countOf(entry);
    if (entry.stem === word.stem || total < least) continue;
    for (const { form, count } of entry.forms) {
      const { slips, cost } = editCost(word.form, form, own === undefined ? mostSlips(word.form) : 1);
      if (slips === Infinity) continue;
      // The stem's frequency counts more than the form's: any form finds the same appeals.
      const score = Math.log(total) + 0.3 * Math.log(count) - cost - (slips - 1) * 3;
      if (best === null || score > best.score) best = { form, score };
    }
    // A form nobody wrote of a word that many wrote.
    if (entry.stem.length >= 4) {
      const { slips, cost } = editCost(word.stem, entry.stem, 1);
      const score = Math.log(total) - cost - 2;
      const form = entry.forms[0]?.form;
      if (slips === 1 && form !== undefined && (best === null || score > best.score)) best = { form, score };
    }
  }
  return best?.form ?? null;
}

/**
 * Says which words of a query occur nowhere, and what may have been meant. It costs one or two files of the vocabulary a
 * word, and nothing is replaced: the reader decides.
 *
 * @param understood words, in small letters, that name something of the portal: they were not mistyped, whoever writes them
 */
export async function suggest(
  typed: string,
  vocabulary: KnownWords,
  understood: ReadonlySet<string> = new Set(),
): Promise<Suggestions> {
  const { language } = vocabulary;
  const text = visibleText(typed.slice(0, mostCharacters));
  const nowhere: string[] = [];
  let instead = "";
  let changed = false;
  let looked = 0;
  for (const piece of text.split(/(\s+)/u)) {
    const turned = language === "ru" ? otherLayout(piece.replace(/^["«“„]|["»”“]$/gu, "")) : null;
    const turnedStems = turned === null ? [] : stemsOf(turned, language);
    if (turned !== null && turnedStems.length === 1 && looked < mostWords) {
      const [own, other] = await Promise.all([
        Promise.all(stemsOf(piece, language).map((stem) => entryOf(stem, vocabulary))),
        entryOf(turnedStems[0] ?? "", vocabulary),
      ]);
      const meant =
        other === undefined
          ? await nearest({ form: turned, stem: turnedStems[0] ?? "" }, undefined, vocabulary)
          : turned;
      if (meant !== null && own.some((entry) => entry === undefined)) {
        looked += 1;
        nowhere.push(piece);
        instead += meant;
        changed = true;
        continue;
      }
    }
    let position = 0;
    for (const { start, end, stem } of wordsOf(piece, language)) {
      const written = piece.slice(start, end);
      instead += piece.slice(position, start);
      position = end;
      // A number, or one with letters in it, is no word: that no text has it says nothing of what it is the number of.
      const isWord = stem !== null && /\p{L}/u.test(stem) && !/\d/.test(stem) && !understood.has(plainWord(written));
      const word = isWord ? plain(written, language) : null;
      const own = word === null || looked >= mostWords ? undefined : await entryOf(word.stem, vocabulary);
      if (word === null || looked >= mostWords || (own !== undefined && countOf(own) > established)) {
        instead += written;
        continue;
      }
      looked += 1;
      if (own === undefined) nowhere.push(written);
      const better = word.form.length < 3 ? null : await nearest(word, own, vocabulary);
      instead += better ?? written;
      changed ||= better !== null;
    }
    instead += piece.slice(position);
  }
  return { nowhere, instead: changed ? instead.trim() : null };
}

/** Completions shown at once. */
const mostCompletions = 6;

/** What the word being typed, the last of the query, may become: whole queries, the most frequent word first. */
export async function complete(typed: string, vocabulary: KnownWords): Promise<string[]> {
  const { forward } = vocabulary.index;
  const [begun = ""] = /[\p{L}\p{M}]+$/u.exec(typed) ?? [];
  const prefix = plainWord(begun);
  if (prefix.length < 2 || typed.length > mostCharacters || forward.length === 0) return [];
  const [first, last] = [fileOf(prefix, forward), fileOf(`${prefix}\uFFFF`, forward)];
  // So few letters that the words would cost more than they help.
  if (last - first > 1) return [];
  const names = Array.from({ length: last - first + 1 }, (_, at) => `${first + at}.gz`);
  const found = (await files(names, vocabulary)).flatMap((entry) =>
    entry.forms
      .filter(({ form }) => form.startsWith(prefix) && form !== prefix)
      .slice(0, 1)
      .map(({ form }) => ({ form, count: countOf(entry) })),
  );
  return found
    .sort((a, b) => b.count - a.count || (a.form < b.form ? -1 : 1))
    .slice(0, mostCompletions)
    .map(({ form }) => typed.slice(0, typed.length - begun.length) + form);
}
