import type { Channel } from "../model/channel.ts";
import type { Source, wordMeanings } from "../model/source.ts";
import type { Vocabulary } from "../model/vocabulary.ts";
import { officialWords } from "./presets.ts";
import { spellingKey } from "./label.ts";
import { ownCopy } from "./ownCopy.ts";

/** Texts that systems write into a cell to say that it is empty. */
const usualMissing = [
  "",
  "-",
  "–",
  "—",
  "null",
  "none",
  "nan",
  "n/a",
  "na",
  "unspecified",
  "undefined",
  "не указано",
  "не указан",
  "не указана",
  "нет данных",
  "(null)",
  "(пусто)",
];

/** What spreadsheets write where a formula fails, in English and in Russian. */
const failedFormula =
  /^#(?:ref!|n\/a|value!|name\?|div\/0!|num!|null!|н\/д|ссылка!|знач!|имя\?|дел\/0!|число!|пусто!)$/iu;

/** Whether a cell holds the error of a formula: something was there, and nobody knows what. */
export function isFailedFormula(text: string): boolean {
  return text.startsWith("#") && failedFormula.test(text);
}

/** Whether a cell is empty, for a source with its own words for it. */
export function missingWords(own: readonly string[]): (text: string) => boolean {
  const words = new Set([...usualMissing, ...own].map(spellingKey));
  const longest = Math.max(...[...words].map((word) => word.length)) + 4;
  // Nearly every cell is told to be none by its first letter.
  const firsts = new Set(
    [...words].flatMap((word) => [word.charCodeAt(0), word.charAt(0).toUpperCase().charCodeAt(0)]),
  );
  return (text) =>
    text === "" || (text.length <= longest && firsts.has(text.charCodeAt(0)) && words.has(spellingKey(text)));
}

const marks: Record<string, boolean> = {
  да: true,
  yes: true,
  y: true,
  true: true,
  "1": true,
  "+": true,
  x: true,
  х: true,
  отозвано: true,
  отозван: true,
  withdrawn: true,
  нет: false,
  no: false,
  n: false,
  false: false,
  "0": false,
};

/** A yes-or-no cell; null where it is neither. */
export function readMark(text: string): boolean | null {
  return marks[spellingKey(text)] ?? null;
}

/** A mark from 1 to 5, also written as 5.0 or 4,0; null where it is none. */
export function readRating(text: string): number | null {
  const [, figure] = /^([1-5])(?:[.,]0+)?$/.exec(text) ?? [];
  return figure === undefined ? null : Number(figure);
}

/** What a word for an outcome means; closed: the appeal is closed, and how is not said. */
export type WordMeaning = (typeof wordMeanings)[number];

export interface WordBook {
  outcomeOf: (word: string) => WordMeaning | undefined;
  channelOf: (word: string) => Channel | undefined;
  /** Whether appeals of a kind are owed an answer. */
  answerOf: (kind: string) => "owed" | "notOwed" | undefined;
  /** Whether a word in a column of an office's marks says yes; undefined where no list has it. */
  markOf: (word: string) => boolean | undefined;
}

function bookOf<Meaning>(...lists: (readonly [string, Meaning])[][]): (word: string) => Meaning | undefined {
  // The first list that has a word counts.
  const meanings = new Map(
    lists
      .reverse()
      .flat()
      .map(([word, meaning]) => [spellingKey(word), meaning]),
  );
  const answers = new Map<string, Meaning | undefined>();
  return (word) => {
    if (!answers.has(word)) answers.set(ownCopy(word), meanings.get(spellingKey(word)));
    return answers.get(word);
  };
}

/** Words for outcomes, channels, kinds and marks: the source's own first, then the portal's, then those of the official systems. */
export function wordBook(
  source: Pick<Source, "outcomes" | "channels" | "kinds" | "marks">,
  vocabulary: Pick<Vocabulary, "outcomes" | "channels" | "kinds" | "marks">,
): WordBook {
  const official = officialWords();
  return {
    outcomeOf: bookOf<WordMeaning>(
      Object.entries(source.outcomes ?? {}),
      vocabulary.outcomes.map(({ word, outcome }) => [word, outcome]),
      official.outcomes.map(({ word, outcome }) => [word, outcome]),
    ),
    channelOf: bookOf<Channel>(
      Object.entries(source.channels ?? {}),
      vocabulary.channels.map(({ word, channel }) => [word, channel]),
      official.channels.map(({ word, channel }) => [word, channel]),
    ),
    answerOf: bookOf<"owed" | "notOwed">(
      Object.entries(source.kinds ?? {}),
      (vocabulary.kinds ?? []).map(({ word, answer }) => [word, answer]),
      official.kinds.map(({ word, answer }) => [word, answer]),
    ),
    markOf: bookOf<boolean>(
      Object.entries(source.marks ?? {}).map(([word, marked]) => [word, marked === "yes"]),
      (vocabulary.marks ?? []).map(({ word, marked }) => [word, marked === "yes"]),
      official.marks.map(({ word, marked }) => [word, marked === "yes"]),
    ),
  };
}
