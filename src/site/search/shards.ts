import { decodeShardColumns, type SearchColumns } from "./columns.ts";
import { type Marks } from "./details.ts";
import { type Engine, type Hits, type ReadFile } from "./engine.ts";
import { codesOf } from "./filters.ts";
import { type Bundle, type FoundAppeal, type Manifest, type Shard } from "./manifest.ts";
import { once } from "./once.ts";
import { stemsInQuery, type Query } from "./query.ts";
import { openRouting, type MayHit } from "./routing.ts";
import { type Order } from "./searchAnswer.ts";
import { ForeignFile, unsealed } from "./sealed.ts";

export interface SearchParts {
  manifest: Manifest;
  read: ReadFile;
  engine: () => Promise<Engine>;
  /** Marks of all appeals, shard by shard. */
  marks?: () => Promise<readonly Marks[]>;
}

/** Whether there is a word to look up; what is narrowed by filters alone needs no index. */
export function asksEngine({ empty, words, phrases }: Query): boolean {
  return !empty && words.length + phrases.length > 0;
}

/** What the shards of an edition give, by their places, each file asked for once. All reject where a file cannot be had or is another's (ForeignFile). */
export interface Shards {
  all: readonly Shard[];
  /** Which shards can have a hit. @param stems those of the query that are looked up; all of them, where not given */
  mayHitOf: (query: Query, stems?: ReadonlySet<string>) => Promise<MayHit>;
  /** Hits of a question, shard by shard. Those of the last one are kept: a filter or a further page asks nothing twice. */
  hitsOf: (query: Query, order: Order) => (shard: number) => Promise<Hits>;
  columnsOf: (shard: number) => Promise<SearchColumns>;
  appealAt: (shard: number, number: number) => Promise<FoundAppeal>;
  /** Gives back the memory of an index that will not be searched soon. */
  leave: (shard: number) => Promise<void>;
}

const decoder = new TextDecoder();

function everything(count: number): Hits {
  return { numbers: Uint32Array.from({ length: count }, (_, index) => count - 1 - index), scores: new Float64Array(), having: [] };
}

export function openShards({ manifest, read, engine }: SearchParts): Shards {
  const { shards } = manifest;
  const codes = codesOf(manifest.names);
  const shardAt = (shard: number): Shard => shards[shard] as Shard;
  const engineOf = once((_: "engine") => engine());
  const bundleOf = once(async (path: string): Promise<Bundle> => {
    const bundle = JSON.parse(decoder.decode(await read(path))) as Bundle;
    if (bundle.file !== path) throw new ForeignFile();
    return bundle;
  });
  const routed = openRouting(manifest.routing, read);
  const find = async (shard: number, query: Query, order: Order): Promise<Hits> => {
    if (!asksEngine(query)) return everything(query.empty ? 0 : shardAt(shard).count);
    return (await engineOf("engine")).search(shardAt(shard), query, order === "relevance");
  };
  let last = { asked: "", hitsOf: once((_: number): Promise<Hits> => Promise.reject(new Error("Nothing was asked"))) };

  return {
    all: shards,
    async mayHitOf(query, stems = stemsInQuery(query)) {
      if (!asksEngine(query)) return () => true;
      // The engine comes meanwhile; whoever needs it hears of a failure.
      engineOf("engine").catch(() => {});
      return routed(stems);
    },
    hitsOf(query, order) {
      const asked = JSON.stringify([query, order]);
      if (last.asked !== asked) last = { asked, hitsOf: once((shard: number) => find(shard, query, order)) };
      return last.hitsOf;
    },
    columnsOf: once(async (shard: number) => {
      const { records, count, firstDay } = shardAt(shard);
      const path = `${records}/columns.columns`;
      return decodeShardColumns(unsealed(path, await read(path)), count, firstDay, codes);
    }),
    async appealAt(shard, number) {
      const { appeals } = await bundleOf(`${shardAt(shard).records}/${Math.floor(number / manifest.bundle)}.json`);
      const appeal = appeals[number % manifest.bundle];
      if (appeal === undefined) throw new ForeignFile();
      return appeal;
    },
    leave: async (shard) => (await engineOf("engine")).leave(shardAt(shard)),
  };
}

/** Waits for all, then fails where any failed: nothing goes on behind an error that was already reported. */
export async function settled(work: readonly Promise<void>[]): Promise<void> {
  for (const outcome of await Promise.allSettled(work)) if (outcome.status === "rejected") throw outcome.reason;
}
