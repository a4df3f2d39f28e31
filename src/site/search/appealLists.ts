import { ByteReader, ByteWriter } from "./byteNumbers.ts";
import { type ReadFile } from "./engine.ts";
import { once } from "./once.ts";
import { unsealed } from "./sealed.ts";

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

/** What is worth reading before an index is asked. */
export interface ReadingLimits {
  /** Texts: a page of hits is shown from as many anyway. */
  texts: number;
  /** How often as much as the indexes the lists of common words may weigh, for a page of hits. */
  page: number;
  /** The same for all hits: lists weigh less than the indexes of all shards. */
  all: number;
}
export const usualLimits: ReadingLimits = { texts: 10, page: 1, all: Infinity };

/** Appeals of a portal whose words are all looked up in lists: the engine, which is loaded once, would weigh more. */
const appealsWithoutEngine = 600_000;
const engineBytes = 70_000;
/** A file of a shard's index, and the appeals of a shard. */
const indexFileBytes = 4500;
const appealsInShard = 16_500;

/**
 * Bytes of the indexes that a page of hits takes, were words spread by chance; they stand together more often, which
 * halves it.
 *
 * @param candidates appeals that can be hits; @param counts in how many appeals each common word stands; @param words of the query
 */
export function indexBytes(candidates: number, counts: readonly number[], words: number, appeals: number): number {
  const hits = counts.reduce((left, count) => left * (count / appeals), candidates);
  const shards = Math.ceil(appeals / appealsInShard);
  const needed = Math.min(shards, Math.max(1, (usualLimits.texts * shards) / hits));
  return (appeals <= appealsWithoutEngine ? engineBytes : 0) + (needed * (1 + words) * indexFileBytes) / 2;
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

/** Bytes of a common word's list: its steps, or a bit for every appeal. */
function bytesOfCommon(count: number, appeals: number): number {
  return Math.min(count, Math.ceil(appeals / 8));
}

export function commonFile({ folder }: Pick<AppealListIndex, "folder">, place: number): string {
  return `${folder}/common-${place}.columns`;
}

/** The list of a common word. @param steps rising numbers as ByteWriter writes them; @param count of them */
export function encodeCommon(steps: Uint8Array, count: number, appeals: number): Uint8Array {
  if (steps.length < Math.ceil(appeals / 8)) return steps;
  const bits = new Uint8Array(Math.ceil(appeals / 8));
  for (const number of new ByteReader(steps).steps(count)) bits[number >>> 3] = (bits[number >>> 3] ?? 0) | (1 << (number & 7));
  return bits;
}

/** Reads what encodeCommon wrote. @throws RangeError where the list is not as long as it should be */
export function decodeCommon(bytes: Uint8Array, count: number, appeals: number): Uint32Array {
  if (bytes.length < Math.ceil(appeals / 8)) {
    const reader = new ByteReader(bytes);
    const numbers = reader.steps(count);
    if (reader.left !== 0) throw new RangeError("A list of another length");
    return numbers;
  }
  const numbers = new Uint32Array(count);
  let found = 0;
  for (const [place, byte] of bytes.entries()) for (let left = byte; left !== 0; left &= left - 1) numbers[found++] = place * 8 + 31 - Math.clz32(left & -left);
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
  /** Whether the engine is hardly ever needed: lists answer for all words. */
  isEnough: boolean;
  /** Whether a list of any of the words is worth reading for a page of hits. */
  canNarrow: (stems: ReadonlySet<string>) => boolean;
  /** @param isAll whether all hits are wanted, not only a page of them */
  narrow: (stems: ReadonlySet<string>, isAll: boolean) => Promise<Narrowed>;
}

/** @param index null: nothing is known of any word */
export function openLists(index: AppealListIndex | null, read: ReadFile, limits: ReadingLimits = usualLimits): AppealLists {
  if (index === null) return { isEnough: false, canNarrow: () => false, narrow: async () => ({ candidates: null, isWhole: false }) };
  const { appeals, counts } = index;
  const common = new Map(index.common.map((stem, place) => [stem, place]));
  const listsOf = once(async (file: number) => {
    const path = listFile(index, file);
    return decodeLists(unsealed(path, await read(path)));
  });
  const listOf = async (stem: string): Promise<Uint32Array> => (await listsOf(fileOfWord(numberOfWord(stem), index.files))).get(stem) ?? new Uint32Array();
  const commonOf = once(async (place: number) => {
    const path = commonFile(index, place);
    return decodeCommon(unsealed(path, await read(path)), counts[place] ?? 0, appeals);
  });
  const rareOf = (stems: ReadonlySet<string>): string[] => [...stems].filter((stem) => !common.has(stem));
  /** Lists of the common words: all of them or none, as they weigh less than the indexes or not. */
  const lightOf = (stems: ReadonlySet<string>, candidates: number, isAll: boolean): number[] => {
    const places = [...stems].map((stem) => common.get(stem)).filter((place) => place !== undefined);
    const having = places.map((place) => counts[place] ?? 0);
    const bytes = having.reduce((sum, count) => sum + bytesOfCommon(count, appeals), 0);
    return bytes <= (isAll ? limits.all : limits.page) * indexBytes(candidates, having, stems.size, appeals) && places.length <= mostLookedUp ? places : [];
  };
  return {
    isEnough: appeals <= appealsWithoutEngine,
    canNarrow: (stems) => rareOf(stems).length > 0 || lightOf(stems, appeals, false).length > 0,
    async narrow(stems, isAll) {
      const longest = rareOf(stems).sort((a, b) => b.length - a.length).slice(0, mostLookedUp);
      const rare = (await Promise.all(longest.map(listOf))).sort((a, b) => a.length - b.length);
      const candidates = rare.length === 0 ? null : rare.reduce(inBoth);
      if (candidates !== null && (candidates.length <= limits.texts || longest.length === stems.size)) return { candidates, isWhole: longest.length === stems.size };
      const light = lightOf(stems, candidates?.length ?? appeals, isAll);
      const lists = [...(candidates === null ? [] : [candidates]), ...(await Promise.all(light.map(commonOf)))];
      return { candidates: lists.length === 0 ? null : lists.reduce(inBoth), isWhole: longest.length + light.length === stems.size };
    },
  };
}
