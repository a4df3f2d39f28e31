import { type Marks } from "./details.ts";
import { chosenKinds, dayOf, needsMarks, noFilters, tally } from "./filters.ts";
import { type Manifest } from "./manifest.ts";
import { type Query } from "./query.ts";
import { type SearchAnswer, type SearchRequest } from "./searchAnswer.ts";
import { asksEngine, settled, type Shards } from "./shards.ts";
import { firstPlaces, shownHits } from "./shownHits.ts";

/** Shards searched at the same time at most. */
const atOnce = 6;

/**
 * The newest hits: newest shards first, one, then two, then more at once, until there are enough. Shards that the words
 * or the dates rule out are not asked.
 *
 * @param marks of all appeals, where the filters need them
 */
export async function searchFirst(shards: Shards, { names, total: everyone, language }: Manifest, { filters, limit }: SearchRequest, query: Query, marks?: () => Promise<readonly Marks[]>): Promise<SearchAnswer> {
  const hitsOf = shards.hitsOf(query, "newest");
  const from = filters.from === null ? -Infinity : dayOf(filters.from);
  const to = filters.to === null ? Infinity : dayOf(filters.to);
  const mayHit = await shards.mayHitOf(query);
  const able = [...shards.all.entries()].filter(([shard]) => mayHit(shard)).reverse();
  const numbers = able.filter(([, { firstDay, lastDay }]) => lastDay >= from && firstDay <= to).map(([shard]) => shard);
  const shardMarks = needsMarks(filters) ? await marks?.() : undefined;
  const passing: Uint32Array[] = shards.all.map(() => new Uint32Array());
  let total = 0;
  let unfiltered = 0;
  let searched = 0;
  const one = async (shard: number): Promise<void> => {
    const [{ numbers: hits }, columns] = await Promise.all([hitsOf(shard), chosenKinds(filters) > 0 ? shards.columnsOf(shard) : null]);
    const kept = columns === null ? hits : (tally([{ columns, hits, marks: shardMarks?.[shard] }], filters, names).passing[0] ?? new Uint32Array());
    passing[shard] = kept;
    total += kept.length;
    unfiltered += hits.length;
  };
  for (let batch = 1; searched < numbers.length && total < limit; batch = Math.min(batch * 2, atOnce)) {
    await settled(numbers.slice(searched, searched + batch).map(one));
    searched = Math.min(searched + batch, numbers.length);
  }
  // How many there are altogether needs no counting.
  const isEverything = !asksEngine(query) && chosenKinds(filters) === 0;
  const { counts, months } = tally([], noFilters, names);
  return {
    total: isEverything ? everyone : total,
    complete: false,
    exactTotal: isEverything || searched === numbers.length,
    remaining: able.length - searched,
    unfiltered: isEverything ? everyone : unfiltered,
    counts,
    months,
    hits: await shownHits(shards, firstPlaces(passing, [], "newest", limit), query, language),
    empty: query.empty,
    cut: query.cut,
  };
}
