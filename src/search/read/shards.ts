import { openLists, usualLimits, type ReadingLimits } from "./appealLists.ts";
import { isHit, textsOf } from "../format/appealTexts.ts";
import { decodeShardColumns, type SearchColumns } from "../format/columns.ts";
import type { Marks } from "../format/details.ts";
import type { Engine, Hits, ReadFile } from "./engine.ts";
import { codesOf } from "./filters.ts";
import type { Bundle, FoundAppeal, Manifest, Shard } from "../format/manifest.ts";
import { once } from "./once.ts";
import { stemsInQuery, type Query } from "./query.ts";
import type { Order } from "./searchAnswer.ts";
import { ForeignFile, withoutName } from "../format/nameInside.ts";

export interface SearchParts {
  manifest: Manifest;
  read: ReadFile;
  engine: () => Promise<Engine>;
  /** Marks of all appeals, shard by shard. */
  marks?: () => Promise<readonly Marks[]>;
  /** Others than usual only in tests. */
  limits?: ReadingLimits;
}

/** Whether there is a word to look up; what is narrowed by filters alone needs no index. */
function asksEngine({ empty, words, phrases }: Query): boolean {
  return !empty && words.length + phrases.length > 0;
}

/** What is known of a question before any shard is asked. */
export interface Asked {
  /**
   * How the hits of a shard are found: they are known already; by reading the texts of the appeals that can be hits; by
   * the shard's index.
   */
  by: "lists" | "texts" | "index";
  /** How many appeals of a shard, by its place among all, can be hits; none: it need not be asked. */
  candidates: (shard: number) => number;
  /** Which share of them may be expected to be hits. */
  share: number;
  hitsIn: (shard: number) => Promise<Hits>;
}

/** What the shards of an edition give, by their places, each file asked for once. All reject where a file cannot be had or is another's (ForeignFile). */
export interface Shards {
  all: readonly Shard[];
  /**
   * Hits of the last question are kept: a filter or a further page asks nothing twice.
   *
   * @param isAll whether the hits of all shards are wanted
   */
  ask: (query: Query, order: Order, isAll: boolean) => Promise<Asked>;
  columnsOf: (shard: number) => Promise<SearchColumns>;
  appealAt: (shard: number, number: number) => Promise<FoundAppeal>;
  /** Loads the engine where the lists cannot answer for every word. */
  prepare: () => Promise<void>;
  /** Gives back the memory of an index that will not be searched soon. */
  leave: (shard: number) => Promise<void>;
}

const decoder = new TextDecoder();

/** Hits that nothing ranks. @param numbers newest first */
const unranked = (numbers: Uint32Array): Hits => ({ numbers, scores: new Float64Array() });

/** Appeals by shard and number in it, newest first. @param positions counted from the oldest of all, rising */
function byShard(positions: Uint32Array, shards: readonly Shard[]): Uint32Array[] {
  let [offset, from] = [0, 0];
  return shards.map(({ count }) => {
    const first = from;
    while (from < positions.length && (positions[from] ?? 0) < offset + count) from += 1;
    const start = offset;
    offset += count;
    return positions
      .subarray(first, from)
      .map((position) => position - start)
      .reverse();
  });
}

export function openShards({ manifest, read, engine, limits = usualLimits }: SearchParts): Shards {
  const { shards, language } = manifest;
  const codes = codesOf(manifest.names);
  const placeNames = new Map(manifest.names.places.map(({ code, name }) => [code, name]));
  const shardAt = (shard: number): Shard => shards[shard] as Shard;
  const engineOf = once((_: "engine") => engine());
  /** The engine and the table of the newest shard, which is mostly the first that is asked. */
  const ready = async (): Promise<void> => (await engineOf("engine")).prepare(shardAt(shards.length - 1));
  const lists = openLists(manifest.lists, read, limits);
  const bundleOf = once(async (path: string): Promise<Bundle> => {
    const bundle = JSON.parse(decoder.decode(await read(path))) as Bundle;
    if (bundle.file !== path) throw new ForeignFile();
    return bundle;
  });
  const appealAt = async (shard: number, number: number): Promise<FoundAppeal> => {
    const { appeals } = await bundleOf(`${shardAt(shard).records}/${Math.floor(number / manifest.bundle)}.json`);
    const appeal = appeals[number % manifest.bundle];
    if (appeal === undefined) throw new ForeignFile();
    return appeal;
  };

  const everything = (query: Query): Asked => ({
    by: "lists",
    candidates: (shard) => (query.empty ? 0 : shardAt(shard).count),
    share: 1,
    hitsIn: once(async (shard: number) => {
      const count = query.empty ? 0 : shardAt(shard).count;
      return unranked(Uint32Array.from({ length: count }, (_, index) => count - 1 - index));
    }),
  });
  const fromIndex = (query: Query, order: Order, candidates: Asked["candidates"], share: number): Asked => ({
    by: "index",
    candidates,
    share,
    hitsIn: once(async (shard: number) =>
      candidates(shard) === 0
        ? unranked(new Uint32Array())
        : (await engineOf("engine")).search(shardAt(shard), query, order === "relevance"),
    ),
  });
  const fromTexts = (query: Query, candidates: readonly Uint32Array[]): Asked["hitsIn"] =>
    once(async (shard: number) => {
      const numbers = candidates[shard] ?? new Uint32Array();
      const hits = await Promise.all(
        Array.from(numbers, async (number) =>
          isHit(textsOf(await appealAt(shard, number), placeNames), query, language),
        ),
      );
      return unranked(numbers.filter((_, at) => hits[at]));
    });
  const find = async (query: Query, order: Order, isAll: boolean): Promise<Asked> => {
    if (!asksEngine(query)) return everything(query);
    const stems = stemsInQuery(query);
    // An index will be asked: the engine and a table come while lists are read, and whoever needs it hears of a failure.
    if (!isAll && (!lists.areLikelyEnough(stems) || (!lists.isEnough && query.phrases.length > 0)))
      ready().catch(() => {});
    const { candidates: positions, isWhole, share } = await lists.narrow(stems, isAll);
    if (positions === null) return fromIndex(query, order, (shard) => shardAt(shard).count, share);
    const candidates = byShard(positions, shards);
    const count = (shard: number): number => candidates[shard]?.length ?? 0;
    if (order === "relevance") return fromIndex(query, order, count, share);
    if (isWhole && query.phrases.length === 0)
      return {
        by: "lists",
        candidates: count,
        share: 1,
        hitsIn: once(async (shard: number) => unranked(candidates[shard] ?? new Uint32Array())),
      };
    // The index of a shard takes a file for its table and one for each word, of about the weight of a file of texts.
    const able = candidates.filter(({ length }) => length > 0).length;
    if (positions.length <= limits.texts + able * (1 + stems.size))
      return { by: "texts", candidates: count, share, hitsIn: fromTexts(query, candidates) };
    return fromIndex(query, order, count, share);
  };
  let last = { asked: "", ask: once((_: "asked"): Promise<Asked> => Promise.reject(new Error("Nothing was asked"))) };

  return {
    all: shards,
    ask(query, order, isAll) {
      const asked = JSON.stringify([query, order, isAll]);
      if (last.asked !== asked) last = { asked, ask: once((_: "asked") => find(query, order, isAll)) };
      return last.ask("asked");
    },
    columnsOf: once(async (shard: number) => {
      const { records, count, firstDay } = shardAt(shard);
      const path = `${records}/columns.columns`;
      return decodeShardColumns(withoutName(path, await read(path)), count, firstDay, codes);
    }),
    appealAt,
    async prepare() {
      if (!lists.isEnough) await ready();
    },
    leave: async (shard) => (await engineOf("engine")).leave(shardAt(shard)),
  };
}

/** Waits for all, then fails where any failed: nothing goes on behind an error that was already reported. */
export async function settled(work: readonly Promise<void>[]): Promise<void> {
  for (const outcome of await Promise.allSettled(work)) if (outcome.status === "rejected") throw outcome.reason;
}
