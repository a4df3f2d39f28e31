import { closeSync, openSync, readSync } from "node:fs";
import { StringDecoder } from "node:string_decoder";
import { decodeEntry, type WrittenForm } from "../../site/search/vocabulary.ts";
import { byFrequency } from "./shardTexts.ts";

/** A stem of all texts: its forms counted over all shards, and the shards that have it, in order. */
export interface MergedWord {
  stem: string;
  forms: WrittenForm[];
  shards: number[];
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

function* wordsIn(file: string, shard: number): Generator<MergedWord> {
  for (const line of linesOf(file)) yield { ...decodeEntry(line), shards: [shard] };
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
      yield { stem: a.value.stem, forms: [...a.value.forms, ...b.value.forms], shards: [...a.value.shards, ...b.value.shards] };
      [a, b] = [older.next(), newer.next()];
    }
  }
}

function* merged(files: readonly string[], firstShard: number): Generator<MergedWord> {
  const half = Math.ceil(files.length / 2);
  if (files.length > 1) yield* inOne(merged(files.slice(0, half), firstShard), merged(files.slice(half), firstShard + half));
  else for (const file of files) yield* wordsIn(file, firstShard);
}

/**
 * The words of all shards, in order of their stems.
 *
 * @param files the words of each shard in order, as encodeVocabulary writes them; a piece of each is in memory at a time
 */
export function* mergeWords(files: readonly string[]): Generator<MergedWord> {
  for (const { stem, forms, shards } of merged(files, 0)) {
    if (shards.length === 1) yield { stem, forms, shards };
    else {
      const counts = new Map<string, number>();
      for (const { form, count } of forms) counts.set(form, (counts.get(form) ?? 0) + count);
      yield { stem, forms: byFrequency(Array.from(counts, ([form, count]) => ({ form, count }))), shards };
    }
  }
}
