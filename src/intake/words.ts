import { type Channel } from "../model/channel.ts";
import { type Outcome } from "../model/outcome.ts";
import { type Vocabulary } from "../model/vocabulary.ts";
import { spellingKey } from "./label.ts";

/** Texts that systems write into a cell to say that it is empty. */
const usualMissing = ["", "-", "–", "—", "null", "none", "nan", "n/a", "na", "#n/a", "unspecified", "undefined", "не указано", "не указан", "не указана", "нет данных", "(null)", "(пусто)"];

/** Whether a cell is empty, for a source with its own words for it. Answers are remembered: the same few come again. */
export function missingWords(own: readonly string[]): (text: string) => boolean {
  const words = new Set([...usualMissing, ...own].map(spellingKey));
  const longest = Math.max(...[...words].map((word) => word.length));
  return (text) => text === "" || (text.length <= longest + 4 && words.has(spellingKey(text)));
}

const marks: Record<string, boolean> = { да: true, yes: true, y: true, true: true, "1": true, "+": true, x: true, х: true, отозвано: true, отозван: true, withdrawn: true, нет: false, no: false, n: false, false: false, "0": false };

/** A yes-or-no cell; null where it is neither. */
export function readMark(text: string): boolean | null {
  return marks[spellingKey(text)] ?? null;
}

/** A mark from 1 to 5, also written as 5.0 or 4,0; null where it is none. */
export function readRating(text: string): number | null {
  const [, figure] = /^([1-5])(?:[.,]0+)?$/.exec(text) ?? [];
  return figure === undefined ? null : Number(figure);
}

export interface WordBook {
  outcomeOf(word: string): Outcome | undefined;
  channelOf(word: string): Channel | undefined;
}

/** The portal's words for outcomes and channels. */
export function wordBook(vocabulary: Pick<Vocabulary, "outcomes" | "channels">): WordBook {
  const outcomes = new Map(vocabulary.outcomes.map(({ word, outcome }) => [spellingKey(word), outcome]));
  const channels = new Map(vocabulary.channels.map(({ word, channel }) => [spellingKey(word), channel]));
  return {
    outcomeOf: (word) => outcomes.get(spellingKey(word)),
    channelOf: (word) => channels.get(spellingKey(word)),
  };
}
