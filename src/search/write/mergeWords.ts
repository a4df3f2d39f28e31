import { closeSync, openSync, readSync } from "node:fs";
import { StringDecoder } from "node:string_decoder";
import { decodeEntry, type WrittenForm } from "../format/vocabulary.ts";
import { byFrequency } from "./shardTexts.ts";

/** Appeals of one shard, by their numbers in it, rising. */
interface ShardAppeals {
  shard: number;
  numbers: Uint32Array;
}

/** A stem of all texts: its forms counted over all shards, and the appeals that have it, by shards in order. */
export interface MergedWord {
  stem: string;
  forms: WrittenForm[];
  appeals: ShardAppeals[];
}

/** Words of a shard in order, as encodeVocabulary writes them, and in which of its appeals each stands, as encodeNumbers does. */
export interface WordFiles {
  words: string;
  numbers: string;
}

const pieceSize = 1 << 16;

/** The lines of a file, a piece of it in memory at a time. */
function* linesOf(file: string): Generator<string> {
  const handle = openSync(file, "r");
  try {
    const decoder = new StringDecoder("utf8");
    const bytes = Buffer.alloc(pieceSize);
    let rest = "";
    for (let size = readSync(handle, bytes); size > 0; size = readSync(handle, bytes)) {
      const lines = (rest + decoder.write(bytes.subarray(0, size))).split("\n");
      rest = lines.pop() ?? "";
      yield* lines;
    }
    if (rest !== "") yield rest;
  } finally {
    closeSync(handle);
  }
}

/** The lists that encodeNumbers wrote. @throws RangeError where the file ends inside a list */
function* numbersIn(file: string): Generator<Uint32Array> {
  const handle = openSync(file, "r");
  try {
    const bytes = Buffer.alloc(pieceSize);
    let [size, position] = [0, 0];
    const next = (): number => {
      for (let number = 0, weight = 1; ; weight *= 128) {
        if (position === size) {
          [size, position] = [readSync(handle, bytes), 0];
          if (size === 0) throw new RangeError("A list of appeals was cut short");
        }
        const byte = bytes[position++] ?? 0;
        number += (byte & 0x7f) * weight;
        if (byte < 0x80) return number;
      }
    };
    for (;;) {
      const numbers = new Uint32Array(next());
      let last = 0;
      for (let at = 0; at < numbers.length; at += 1) numbers[at] = last += next();
      yield numbers;
    }
  } finally {
    closeSync(handle);
  }
}

function* wordsIn({ words, numbers }: WordFiles, shard: number): Generator<MergedWord> {
  const lists = numbersIn(numbers);
  try {
    for (const line of linesOf(words))
      yield { ...decodeEntry(line), appeals: [{ shard, numbers: lists.next().value as Uint32Array }] };
  } finally {
    lists.return(undefined);
  }
}

/** Two ordered lists as one; forms of the same stem stand side by side, not added up. */
function* inOne(older: Generator<MergedWord>, newer: Generator<MergedWord>): Generator<MergedWord> {
  let [a, b] = [older.next(), newer.next()];
  while (a.done !== true || b.done !== true) {
    if (b.done === true || (a.done !== true && a.value.stem < b.value.stem)) {
      yield a.value as MergedWord;
      a = older.next();
    } else if (a.done === true || b.value.stem < a.value.stem) {
      yield b.value;
      b = newer.next();
    } else {
      yield {
        stem: a.value.stem,
        forms: [...a.value.forms, ...b.value.forms],
        appeals: [...a.value.appeals, ...b.value.appeals],
      };
      [a, b] = [older.next(), newer.next()];
    }
  }
}

function* merged(files: readonly WordFiles[], firstShard: number): Generator<MergedWord> {
  const half = Math.ceil(files.length / 2);
  if (files.length > 1)
    yield* inOne(merged(files.slice(0, half), firstShard), merged(files.slice(half), firstShard + half));
  else for (const file of files) yield* wordsIn(file, firstShard);
}

/**
 * The words of all shards, in order of their stems.
 *
 * @param files of each shard; a piece of each is in memory at a time
 */
export function* mergeWords(files: readonly WordFiles[]): Generator<MergedWord> {
  for (const { stem, forms, appeals } of merged(files, 0)) {
    if (appeals.length === 1) yield { stem, forms, appeals };
    else {
      const counts = new Map<string, number>();
      for (const { form, count } of forms) counts.set(form, (counts.get(form) ?? 0) + count);
      yield { stem, forms: byFrequency(Array.from(counts, ([form, count]) => ({ form, count }))), appeals };
    }
  }
}
