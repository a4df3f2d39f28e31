import type { ReadFile } from "./engine.ts";
import {
  type AppealListIndex,
  numberOfWord,
  bytesOfCommon,
  commonFile,
  decodeCommon,
  fileOfWord,
  listFile,
  decodeLists,
} from "../format/listFiles.ts";
import { once } from "./once.ts";
import { withoutName } from "../format/nameInside.ts";

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
 * leaves a quarter.
 *
 * @param candidates appeals that can be hits; @param counts in how many appeals each common word stands; @param words of the query
 */
export function indexBytes(candidates: number, counts: readonly number[], words: number, appeals: number): number {
  const hits = counts.reduce((left, count) => left * (count / appeals), candidates);
  const shards = Math.ceil(appeals / appealsInShard);
  const needed = Math.min(shards, Math.max(1, (usualLimits.texts * shards) / hits));
  return (appeals <= appealsWithoutEngine ? engineBytes : 0) + (needed * (1 + words) * indexFileBytes) / 4;
}

/** A packed file of texts, in which the appeal is that is to be read. */
const textsBytes = 5000;
/** Texts that are worth reading as often as a page needs them: mostly they are the hits that it shows. */
const pageOfTexts = 1.5;

/** Bytes of a common word's list as it is sent: no code of where a word stands by chance is shorter (Shannon's entropy), and packing comes near it. */
function packedCommon(count: number, appeals: number): number {
  const share = count / appeals;
  return share <= 0 || share >= 1
    ? 0
    : (-appeals * (share * Math.log2(share) + (1 - share) * Math.log2(1 - share))) / 8;
}

/** More words than this narrow hardly further, and each is a file: the longest are the rarest. */
const mostLookedUp = 4;

/** Rising numbers that are in both lists. */
export function inBoth(a: Uint32Array, b: Uint32Array): Uint32Array {
  const both = new Uint32Array(Math.min(a.length, b.length));
  let count = 0;
  for (let x = 0, y = 0; x < a.length && y < b.length;) {
    const [left, right] = [a[x] ?? 0, b[y] ?? 0];
    if (left === right) both[count++] = left;
    if (left <= right) x += 1;
    if (right <= left) y += 1;
  }
  return both.subarray(0, count);
}

/** Rising numbers that are in all lists; null where there are none. */
function inAll(lists: readonly Uint32Array[]): Uint32Array | null {
  return lists.length === 0 ? null : lists.toSorted((a, b) => a.length - b.length).reduce(inBoth);
}

/** What the lists tell of the words of a query. */
interface Narrowed {
  /** Appeals that have all words that were looked up, rising; null where none could be. */
  candidates: Uint32Array | null;
  /** Whether these were all words of the query. */
  isWhole: boolean;
  /** Which share of the candidates, or of all appeals, has the rarest of the words that were not looked up: words that are asked for together stand together. */
  share: number;
}

export interface AppealLists {
  /** Whether the engine is hardly ever needed: lists answer for all words. */
  isEnough: boolean;
  /**
   * Whether the lists of the words are likely to tell a page of hits without any index: a list is worth reading, and in a
   * very large portal no word is common.
   */
  areLikelyEnough: (stems: ReadonlySet<string>) => boolean;
  /** @param isAll whether all hits are wanted, not only a page of them */
  narrow: (stems: ReadonlySet<string>, isAll: boolean) => Promise<Narrowed>;
}

/** @param index null: nothing is known of any word */
export function openLists(
  index: AppealListIndex | null,
  read: ReadFile,
  limits: ReadingLimits = usualLimits,
): AppealLists {
  if (index === null)
    return {
      isEnough: false,
      areLikelyEnough: () => false,
      narrow: async () => ({ candidates: null, isWhole: false, share: 1 }),
    };
  const { appeals, counts } = index;
  const common = new Map(index.common.map((stem, place) => [stem, place]));
  const listsOf = once(async (file: number) => {
    const path = listFile(index, file);
    return decodeLists(withoutName(path, await read(path)));
  });
  const listOf = async (stem: string): Promise<Uint32Array> =>
    (await listsOf(fileOfWord(numberOfWord(stem), index.files))).get(stem) ?? new Uint32Array();
  const commonOf = once(async (place: number) => {
    const path = commonFile(index, place);
    return decodeCommon(withoutName(path, await read(path)), counts[place] ?? 0, appeals);
  });
  const rareOf = (stems: ReadonlySet<string>): string[] => [...stems].filter((stem) => !common.has(stem));
  /** Of all appeals; how many have a rare word is not known before its list is read. */
  const shareOf = (stem: string): number => {
    const place = common.get(stem);
    return place === undefined ? 1 : (counts[place] ?? 0) / appeals;
  };
  /** Lists of the common words: all of them or none, as they weigh less than the indexes or not. */
  const lightOf = (stems: ReadonlySet<string>, candidates: number, isAll: boolean): number[] => {
    const places = [...stems].map((stem) => common.get(stem)).filter((place) => place !== undefined);
    const having = places.map((place) => counts[place] ?? 0);
    const bytes = having.reduce((sum, count) => sum + bytesOfCommon(count, appeals), 0);
    return bytes <= (isAll ? limits.all : limits.page) * indexBytes(candidates, having, stems.size, appeals) &&
      places.length <= mostLookedUp
      ? places
      : [];
  };
  return {
    isEnough: appeals <= appealsWithoutEngine,
    areLikelyEnough: (stems) =>
      appeals <= appealsWithoutEngine
        ? rareOf(stems).length > 0 || lightOf(stems, appeals, false).length > 0
        : rareOf(stems).length === stems.size,
    async narrow(stems, isAll) {
      const rare = rareOf(stems)
        .sort((a, b) => b.length - a.length)
        .slice(0, mostLookedUp);
      // All at once: a file weighs less than waiting for another one first takes.
      let candidates = inAll(await Promise.all(rare.map(listOf)));
      const lookedUp = new Set(rare);
      const narrowed = (): Narrowed => {
        const others = [...stems].filter((stem) => !lookedUp.has(stem));
        return {
          candidates,
          isWhole: others.length === 0 || candidates?.length === 0,
          share: Math.min(1, ...others.map(shareOf)),
        };
      };
      if (candidates !== null && (candidates.length <= limits.texts || narrowed().isWhole)) return narrowed();
      const left = lightOf(stems, candidates?.length ?? appeals, isAll).sort(
        (a, b) => (counts[a] ?? 0) - (counts[b] ?? 0),
      );
      /** Whether the texts of so many appeals weigh no more than the lists of these common words. */
      const isFew = (count: number, places: readonly number[]): boolean =>
        count <=
        (isAll
          ? limits.texts
          : pageOfTexts * limits.texts +
            places.reduce((sum, place) => sum + packedCommon(counts[place] ?? 0, appeals), 0) / textsBytes);
      while (left.length > 0 && (candidates === null || !isFew(candidates.length, left))) {
        // One by one where the next may leave so few that those after it need not be read.
        const [next = 0, ...others] = left;
        const mayBeEnough = candidates !== null && isFew((candidates.length * (counts[next] ?? 0)) / appeals, others);
        const now = left.splice(0, mayBeEnough ? 1 : left.length);
        candidates = inAll([...(candidates === null ? [] : [candidates]), ...(await Promise.all(now.map(commonOf)))]);
        for (const place of now) lookedUp.add(index.common[place] ?? "");
      }
      return narrowed();
    },
  };
}
