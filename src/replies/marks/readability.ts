import { endOfLetters, kindAt, kindOfUnit, letterKinds } from "./letterKinds.ts";

/** How a text reads, by counts alone. */
export interface Readability {
  readonly words: number;
  readonly wordsPerSentence: number;
  readonly lettersPerWord: number;
  /** The year of school that can read it: SIS 2023, fitted on schoolbooks, wrong by about one year. */
  readonly grade: number;
}

/** A shorter text says too little of how its author writes. */
export const leastWords = 100;

/** Words that a full stop shortens; a single letter is one, too. */
const shortened = new Set(
  "ул пр просп пер бул наб корп стр кв обл рн пос дер тел факс каб руб тыс млн млрд куб гг ст пп доп др см им табл рис прил".split(
    " ",
  ),
);
/** A longer word is none of them. */
const longestShortened = 5;
const fullStop = ".".charCodeAt(0);
/** Signs that end a sentence wherever they stand. */
const enders = new Set([..."!?…\n"].map((sign) => sign.charCodeAt(0)));
const { mark, number, letter, digit, pair } = letterKinds;

interface Counts {
  words: number;
  letters: number;
  /** Places between two words where a sentence ends. */
  ends: number;
}

/** Whether a word begins at a place: a number with a letter in it is one. */
function isWordAt(text: string, from: number): boolean {
  const end = endOfLetters(text, from);
  for (let at = from; at < end; at += 1) if (kindAt(text, at) >= letter) return true;
  return false;
}

/** Whether a full stop ends a sentence: not after a shortened word or an initial, nor inside a number. */
function isEnd(text: string, at: number, wordStart: number, wordEnd: number): boolean {
  const length = wordEnd - wordStart;
  const isShort =
    at === wordEnd &&
    (length === 1 || (length <= longestShortened && shortened.has(text.slice(wordStart, wordEnd).toLowerCase())));
  if (isShort) return false;
  return at + 1 >= text.length || kindOfUnit(text.charCodeAt(at + 1)) !== digit || isWordAt(text, at + 1);
}

/** Counts in one pass: it is done for every reply that is long enough. */
function countsOf(text: string): Counts {
  let words = 0;
  let letters = 0;
  let ends = 0;
  /** Where the piece of letters, numbers and marks begins that is gone through, -1 between them; whether it has a letter. */
  let piece = -1;
  let isWord = false;
  let wordStart = 0;
  let wordEnd = 0;
  let hasEnded = false;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    let kind = kindOfUnit(unit);
    const isPair = kind === pair;
    if (isPair) kind = kindAt(text, at);
    if (kind >= (piece < 0 ? number : mark)) {
      if (piece < 0) {
        piece = at;
        isWord = false;
      }
      if (kind >= letter) {
        letters += 1;
        if (!isWord) {
          isWord = true;
          words += 1;
          if (hasEnded) ends += 1;
        }
      }
      if (isPair) at += 1;
      continue;
    }
    if (piece >= 0) {
      if (isWord) {
        wordStart = piece;
        wordEnd = at;
        hasEnded = false;
      }
      piece = -1;
    }
    if (!hasEnded && words > 0)
      hasEnded = enders.has(unit) || (unit === fullStop && isEnd(text, at, wordStart, wordEnd));
  }
  return { words, letters, ends };
}

/**
 * Words a sentence and the index of Solnyshkina, Ivanov and Solovyev as refitted in 2023:
 * −17.5 + 0.56 · words a sentence + 2.45 · letters a word. A word has a letter in it: numbers and dates are none. A
 * sentence ends at . ! ? … or a line break, not after a shortened word, an initial or inside a number.
 *
 * @returns null for fewer than a hundred words
 */
export function readability(text: string): Readability | null {
  // A hundred words take a letter and a space each at least.
  if (text.length < leastWords * 2 - 1) return null;
  const { words, letters, ends } = countsOf(text);
  if (words < leastWords) return null;
  const wordsPerSentence = words / (ends + 1);
  const lettersPerWord = letters / words;
  return {
    words,
    wordsPerSentence,
    lettersPerWord,
    grade: -17.5 + 0.56 * wordsPerSentence + 2.45 * lettersPerWord,
  };
}
