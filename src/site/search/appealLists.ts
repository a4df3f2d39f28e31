import { ByteReader, ByteWriter } from "./byteNumbers.ts";
import { type ReadFile } from "./engine.ts";
import { once } from "./once.ts";
import { unsealed } from "./sealed.ts";

/**
 * In which appeals a word stands, for every word that is not common: a query is narrowed to the appeals that have all of
 * these words before any index is asked, and often nothing is left to ask. The words are spread over small files by a
 * number made of their letters, so that a word is one file.
 */
export interface AppealListIndex {
  /** Folder of the files 0.columns, 1.columns …, named for its contents. */
  folder: string;
  files: number;
  /** Words that stand in too many appeals to be listed, in order. */
  common: string[];
}

/** Bytes of one file before it is packed: about 5 kB packed. */
export const bytesInListFile = 8000;

/** A word in more appeals than these is common: its list would weigh more than the parts of the indexes that are asked instead. */
export function mostListedOf(appeals: number): number {
  return Math.max(5000, Math.floor(appeals / 50));
}

/** More words than this narrow hardly further, and each is a file: the longest are the rarest. */
const mostLookedUp = 4;

/** The number of a word, 32 bits: FNV-1a over its characters, stirred so that neighbours fall far apart. */
export function numberOfWord(stem: string): number {
  let number = 0x811c9dc5;
  for (let at = 0; at < stem.length; at += 1) number = Math.imul(number ^ stem.charCodeAt(at), 0x01000193);
  number = Math.imul(number ^ (number >>> 15), 0x2c1b3c6d);
  number = Math.imul(number ^ (number >>> 12), 0x297a2d39);
  return (number ^ (number >>> 15)) >>> 0;
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
  if (stems.length !== count) throw new RangeError("Lists of another length");
  const lengths = stems.map(() => reader.number());
  const lists = new Map(stems.map((stem, at) => [stem, reader.steps(lengths[at] ?? 0)]));
  if (reader.left !== 0) throw new RangeError("Lists of another length");
  return lists;
}

/** Rising numbers that are in both lists. */
export function inBoth(a: Uint32Array, b: Uint32Array): Uint32Array {
  const both = new Uint32Array(Math.min(a.length, b.length));
  let count = 0;
  for (let x = 0, y = 0; x < a.length && y < b.length; ) {
    const [left, right] = [a[x] ?? 0, b[y] ?? 0];
    if (left === right) both[count++] = left;
    if (left <= right) x += 1;
    if (right <= left) y += 1;
  }
  return both.subarray(0, count);
}

/** What the lists tell of the words of a query. */
export interface Narrowed {
  /** Appeals that have all words that were looked up, rising; null where none could be. */
  candidates: Uint32Array | null;
  /** Whether these were all words of the query. */
  isWhole: boolean;
}

export interface AppealLists {
  /** Whether any of the words has a list, as far as is known without reading one. */
  canNarrow: (stems: ReadonlySet<string>) => boolean;
  narrow: (stems: ReadonlySet<string>) => Promise<Narrowed>;
}

/** @param index null: nothing is known of any word */
export function openLists(index: AppealListIndex | null, read: ReadFile): AppealLists {
  if (index === null) return { canNarrow: () => false, narrow: async () => ({ candidates: null, isWhole: false }) };
  const common = new Set(index.common);
  const listsOf = once(async (file: number) => {
    const path = listFile(index, file);
    return decodeLists(unsealed(path, await read(path)));
  });
  const listOf = async (stem: string): Promise<Uint32Array> => (await listsOf(fileOfWord(numberOfWord(stem), index.files))).get(stem) ?? new Uint32Array();
  return {
    canNarrow: (stems) => [...stems].some((stem) => !common.has(stem)),
    async narrow(stems) {
      const longest = [...stems].filter((stem) => !common.has(stem)).sort((a, b) => b.length - a.length).slice(0, mostLookedUp);
      const lists = (await Promise.all(longest.map(listOf))).sort((a, b) => a.length - b.length);
      return { candidates: lists.length === 0 ? null : lists.reduce(inBoth), isWhole: longest.length === stems.size };
    },
  };
}
