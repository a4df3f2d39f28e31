import type { SearchColumns } from "../format/columns.ts";
import type { Marks } from "../format/details.ts";
import type { Hits } from "./engine.ts";
import { needsMarks, tally, type Filters, type FilterCounts, type TallyShard } from "./filters.ts";
import type { SearchNames } from "../format/manifest.ts";
import type { Query } from "./query.ts";
import type { Order } from "./searchAnswer.ts";
import { settled, type Shards } from "./shards.ts";

/** Shards searched at the same time. */
const atOnce = 6;
/** Shards whose indexes stay in memory: those that the next query begins with. */
const shardsKept = 6;

const none = new Uint16Array();
const noColumns: SearchColumns = {
  length: 0,
  agency: none,
  topic: none,
  place: none,
  channel: none,
  outcome: none,
  day: new Int32Array(),
};
const noHits: Hits = { numbers: new Uint32Array(), scores: new Float64Array() };

/** All hits of a question, for taking them away. */
export interface Matches {
  tally: FilterCounts;
  columns: readonly SearchColumns[];
}

/** Is told how many appeals of how many have been searched. */
export type OnSearched = (searched: number, of: number) => void;

export interface Counting {
  query: Query;
  order: Order;
  filters: Filters;
  /** Whether marks are to be counted; filters that need them ask for them anyway. */
  withMarks: boolean;
  marks: (() => Promise<readonly Marks[]>) | undefined;
  onSearched?: OnSearched | undefined;
  /** Nobody waits for the answer any more: no further shard is asked for. */
  left?: AbortSignal | undefined;
}

/** Searches every shard that can have a hit, the newest first, a few at once, and counts what passes the filters. */
export async function countAll(
  shards: Shards,
  names: SearchNames,
  { query, order, filters, withMarks, marks, onSearched, left }: Counting,
): Promise<Matches & { hits: Hits[] }> {
  const { by, candidates, hitsIn } = await shards.ask(query, order, true);
  const mayHit = (shard: number): boolean => candidates(shard) > 0;
  const marked = marks && (withMarks || needsMarks(filters)) ? marks() : undefined;
  const found: TallyShard[] = shards.all.map(() => ({ columns: noColumns, hits: noHits.numbers }));
  const hits: Hits[] = shards.all.map(() => noHits);
  const waiting = [...shards.all.keys()].filter(mayHit);
  const total = shards.all.reduce((sum, { count }) => sum + count, 0);
  let searched = shards.all.reduce((sum, { count }, shard) => sum + (mayHit(shard) ? 0 : count), 0);
  const work = async (): Promise<void> => {
    for (let shard = waiting.pop(); shard !== undefined; shard = waiting.pop()) {
      left?.throwIfAborted();
      const mine = await hitsIn(shard);
      // Whoever asks meanwhile may be reading this shard: it is not taken away from them below.
      left?.throwIfAborted();
      hits[shard] = mine;
      // Columns of shards without a hit would be most of what a rare word downloads.
      if (mine.numbers.length > 0) found[shard] = { columns: await shards.columnsOf(shard), hits: mine.numbers };
      if (by === "index" && shard < shards.all.length - shardsKept) await shards.leave(shard);
      searched += shards.all[shard]?.count ?? 0;
      onSearched?.(searched, total);
    }
  };
  const workers = Array.from({ length: Math.min(atOnce, waiting.length) }, work);
  const [shardMarks] = await Promise.all([marked, settled(workers)]);
  return {
    hits,
    columns: found.map(({ columns }) => columns),
    tally: tally(
      found.map((shard, number) => ({ ...shard, marks: shardMarks?.[number] })),
      filters,
      names,
    ),
  };
}
