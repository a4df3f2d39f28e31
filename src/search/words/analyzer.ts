import { abbreviations } from "./abbreviations.ts";
import { stemEnglish } from "./englishStem.ts";
import { stemOfRussianWord } from "./russianWord.ts";
import { stopWords } from "./stopWords.ts";

/**
 * How text becomes words that can be found. The build and the browser run this same code: a word of a query and a word
 * of an appeal meet only where both went through it.
 */

export type SearchLanguage = "ru" | "en";

/** Raised when any word would come out differently: indexes and pages of different numbers do not fit each other. */
export const analyzerVersion = 4;

export interface Word {
  /** As written, and where it stands in the text. */
  start: number;
  end: number;
  /** Without case, ё and accents. */
  plain: string;
  /** What is searched for: the stem; null for a stop word. */
  stem: string | null;
}

/** Soft hyphens, zero-width characters and direction marks: they are invisible and would break words apart. */
const invisible = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;
const wordPattern = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
const cyrillic = /^[а-я]+$/;
const latin = /^[a-z]+$/;

/** Text without invisible characters and with composed letters (й and ё as one character each). */
export function visibleText(text: string): string {
  return text.normalize("NFC").replace(invisible, "");
}

/** Small letters, е for ё, no accents beside letters: forms that are one word to a reader. */
export function plainWord(word: string): string {
  return word.toLowerCase().replaceAll("ё", "е").replace(/\p{M}/gu, "");
}

type ReadWord = Pick<Word, "plain" | "stem">;

const readWords: Readonly<Record<SearchLanguage, Map<string, ReadWord>>> = { ru: new Map(), en: new Map() };

/** Russian words have Russian stems everywhere; Latin ones are names and marks in a Russian text, and words in an English one. */
function stemOf(word: string, language: SearchLanguage): string {
  return cyrillic.test(word)
    ? stemOfRussianWord(word)
    : language === "en" && latin.test(word)
      ? stemEnglish(word)
      : word;
}

/** A word as it is written, read; most of what a text has was read before. */
function readWord(written: string, language: SearchLanguage): ReadWord {
  const known = readWords[language];
  const word = known.get(written);
  if (word !== undefined) return word;
  const plain = plainWord(written);
  const whole = language === "ru" ? (abbreviations.get(plain) ?? plain) : plain;
  const fresh = { plain, stem: stopWords[language].has(plain) ? null : stemOf(whole, language) };
  // A few hundred thousand forms are all a region writes; the limit is there for a hostile text.
  if (known.size < 500_000) known.set(written, fresh);
  return fresh;
}

/** The words of a text, in order. The text must have gone through visibleText. */
export function wordsOf(text: string, language: SearchLanguage): Word[] {
  return Array.from(text.matchAll(wordPattern), ({ 0: written, index }) => ({
    start: index,
    end: index + written.length,
    ...readWord(written, language),
  }));
}

/** The stems of a text, in order, without stop words. */
export function stemsOf(text: string, language: SearchLanguage): string[] {
  return wordsOf(visibleText(text), language)
    .map((word) => word.stem)
    .filter((stem) => stem !== null);
}
