import { join } from "node:path";
import { gzipSync } from "node:zlib";
import {
  bytesInListFile,
  commonFile,
  encodeCommon,
  encodeLists,
  fileOfWord,
  listFile,
  numberOfWord,
  type AppealListIndex,
  type EncodedList,
} from "../format/listFiles.ts";
import { ByteReader, ByteWriter } from "../format/byteNumbers.ts";
import { withName } from "../format/nameInside.ts";
import type { MergedWord } from "./mergeWords.ts";
import { nameOfContents } from "./shardRecords.ts";
import { writeOnce } from "./writeOnce.ts";

export interface ListsWriter {
  /** Takes the stems in order. */
  add: (word: Pick<MergedWord, "stem" | "appeals">) => void;
  /** Writes the files; null where there is one shard and nothing to choose from. */
  finish: () => AppealListIndex | null;
}

/** Numbers that grow as they are written, four bytes each. */
class NumberList {
  #numbers = new Uint32Array(1 << 12);
  length = 0;

  push(number: number): void {
    if (this.length === this.#numbers.length) {
      const larger = new Uint32Array(this.length * 2);
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers[this.length++] = number;
  }

  at(place: number): number {
    return this.#numbers[place] ?? 0;
  }
}

/**
 * Writes in which appeals a word stands. All lists are in memory, packed to about a byte for an appeal and the letters of
 * the word, until it is known how many files they make.
 *
 * @param counts appeals of each shard, oldest first
 * @param mostListed a word in more appeals is common and has a file of its own
 */
export function listsWriter(counts: readonly number[], mostListed: number, outDir: string): ListsWriter {
  const offsets = counts.map((_, shard) => counts.slice(0, shard).reduce((sum, count) => sum + count, 0));
  const total = counts.reduce((sum, count) => sum + count, 0);
  const common: { stem: string; count: number; list: Uint8Array }[] = [];
  // Of each word: its number, and where it begins in the bytes: length of the stem, the stem, count, steps.
  const [numbers, starts] = [new NumberList(), new NumberList()];
  const packed = new ByteWriter();
  const encoder = new TextEncoder();
  const encoded = (word: number): EncodedList => {
    const bytes = packed.part(starts.at(word), word + 1 < starts.length ? starts.at(word + 1) : packed.length);
    const reader = new ByteReader(bytes);
    const stem = reader.bytes(reader.number());
    return { stem, count: reader.number(), steps: bytes.subarray(reader.position) };
  };
  const writeSteps = (writer: ByteWriter, appeals: MergedWord["appeals"]): void => {
    let last = 0;
    for (const { shard, numbers: mine } of appeals) {
      const offset = offsets[shard] ?? 0;
      for (const number of mine) {
        writer.number(offset + number - last);
        last = offset + number;
      }
    }
  };
  return {
    add({ stem, appeals }) {
      if (counts.length < 2) return;
      const count = appeals.reduce((sum, { numbers: mine }) => sum + mine.length, 0);
      if (count > mostListed) {
        const list = new ByteWriter();
        writeSteps(list, appeals);
        common.push({ stem, count, list: encodeCommon(list.part(), count, total).slice() });
        return;
      }
      numbers.push(numberOfWord(stem));
      starts.push(packed.length);
      const letters = encoder.encode(stem);
      packed.number(letters.length);
      packed.bytes(letters);
      packed.number(count);
      writeSteps(packed, appeals);
    },
    finish() {
      if (counts.length < 2) return null;
      const files = Math.max(1, Math.ceil(packed.length / bytesInListFile));
      const inFiles = Array.from({ length: files }, (): number[] => []);
      for (let word = 0; word < numbers.length; word += 1) inFiles[fileOfWord(numbers.at(word), files)]?.push(word);
      const contents = inFiles.map((mine) => encodeLists(mine.map(encoded)));
      const words = common.map(({ stem }) => stem);
      const folder = `lists-${nameOfContents(...contents, ...common.map(({ list }) => list), words.join("\n"))}`;
      const write = (path: string, content: Uint8Array): void =>
        writeOnce(join(outDir, path), gzipSync(withName(path, content), { level: 9 }));
      for (const [number, content] of contents.entries()) write(listFile({ folder }, number), content);
      for (const [place, { list }] of common.entries()) write(commonFile({ folder }, place), list);
      return { folder, files, appeals: total, common: words, counts: common.map(({ count }) => count) };
    },
  };
}
