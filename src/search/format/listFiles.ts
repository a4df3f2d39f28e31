import { ByteReader, ByteWriter } from "./byteNumbers.ts";

/**
 * In which appeals each word stands: a query is narrowed to the appeals that have its words before any index is asked, and
 * often nothing is left to ask. The words are spread over small files by a number made of their letters, so that a word
 * is one file; what stands in many appeals would burden its neighbours there and has a file of its own.
 */
export interface AppealListIndex {
  /** Folder of the files 0.columns, 1.columns … and of those of common words, named for its contents. */
  folder: string;
  files: number;
  /** Appeals of all shards. */
  appeals: number;
  /** Words with files of their own, in order, and in how many appeals each stands. */
  common: string[];
  counts: number[];
}

/** Bytes of one file before it is packed: about 5 kB packed. */
export const bytesInListFile = 8000;

/** A word in more appeals than these is common. */
export function mostListedOf(appeals: number): number {
  return Math.max(5000, Math.floor(appeals / 50));
}

/** The number of a word, 32 bits: FNV-1a over its characters, stirred so that neighbours fall far apart. */
export function numberOfWord(stem: string): number {
  let number = 0x811c9dc5;
  for (let at = 0; at < stem.length; at += 1) number = Math.imul(number ^ stem.charCodeAt(at), 0x01000193);
  number = Math.imul(number ^ (number >>> 15), 0x2c1b3c6d);
  number = Math.imul(number ^ (number >>> 12), 0x297a2d39);
  return (number ^ (number >>> 15)) >>> 0;
}

/** Bytes of a common word's list: its steps, or a bit for every appeal. */
export function bytesOfCommon(count: number, appeals: number): number {
  return Math.min(count, Math.ceil(appeals / 8));
}

export function commonFile({ folder }: Pick<AppealListIndex, "folder">, place: number): string {
  return `${folder}/common-${place}.columns`;
}

/** The list of a common word. @param steps rising numbers as ByteWriter writes them; @param count of them */
export function encodeCommon(steps: Uint8Array, count: number, appeals: number): Uint8Array {
  if (steps.length < Math.ceil(appeals / 8)) return steps;
  const bits = new Uint8Array(Math.ceil(appeals / 8));
  for (const number of new ByteReader(steps).steps(count))
    bits[number >>> 3] = (bits[number >>> 3] ?? 0) | (1 << (number & 7));
  return bits;
}

/** Reads what encodeCommon wrote. @throws RangeError where the list is not as long as it should be */
export function decodeCommon(bytes: Uint8Array, count: number, appeals: number): Uint32Array {
  if (bytes.length < Math.ceil(appeals / 8)) {
    const reader = new ByteReader(bytes);
    const numbers = reader.steps(count);
    reader.end();
    return numbers;
  }
  const numbers = new Uint32Array(count);
  let found = 0;
  for (const [place, byte] of bytes.entries())
    for (let left = byte; left !== 0; left &= left - 1) numbers[found++] = place * 8 + 31 - Math.clz32(left & -left);
  if (found !== count) throw new RangeError("A list of another length");
  return numbers;
}

/** The file that a word is in. */
export function fileOfWord(number: number, files: number): number {
  return number % files;
}

export function listFile({ folder }: Pick<AppealListIndex, "folder">, file: number): string {
  return `${folder}/${file}.columns`;
}

/** A word and its list as ByteWriter's steps: numbers of appeals, counted over all shards from the oldest. */
export interface EncodedList {
  stem: Uint8Array;
  count: number;
  steps: Uint8Array;
}

const lineEnd = Uint8Array.of(0x0a);

/** @param lists none without appeals. What is alike stands together, which packs best */
export function encodeLists(lists: readonly EncodedList[]): Uint8Array {
  const writer = new ByteWriter();
  writer.number(lists.length);
  writer.number(lists.reduce((sum, { stem }) => sum + stem.length + 1, 0));
  for (const { stem } of lists) {
    writer.bytes(stem);
    writer.bytes(lineEnd);
  }
  for (const { count } of lists) writer.number(count);
  for (const { steps } of lists) writer.bytes(steps);
  return writer.part();
}

/** Reads what encodeLists wrote. @throws RangeError where the bytes are not as many as they say */
export function decodeLists(bytes: Uint8Array): Map<string, Uint32Array> {
  const reader = new ByteReader(bytes);
  const count = reader.number();
  const stems = new TextDecoder().decode(reader.bytes(reader.number())).split("\n").slice(0, -1);
  if (stems.length !== count) throw new RangeError("A list of another length");
  const lengths = stems.map(() => reader.number());
  const lists = new Map(stems.map((stem, at) => [stem, reader.steps(lengths[at] ?? 0)]));
  reader.end();
  return lists;
}
