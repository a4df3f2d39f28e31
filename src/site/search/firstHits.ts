import { type Marks } from "./details.ts";
import { chosenKinds, dayOf, needsMarks, noFilters, tally } from "./filters.ts";
import { type Manifest } from "./manifest.ts";
import { type Query } from "./query.ts";
import { type SearchAnswer, type SearchRequest } from "./searchAnswer.ts";
import { asksEngine, settled, type Shards } from "./shards.ts";
import { firstPlaces, shownHits } from "./shownHits.ts";

/** Shards searched at the same time at most. */
const atOnce = 6;
/** A word that so many appeals of one shard have stands in all others too, as good as surely: where it does need not be asked. */
const everywhereFrom = 12;

/**
 * The newest hits: newest shards first, one, then two, then more at once, until there are enough. Shards that the dates
 * rule out are not asked, nor, once a word has shown to be rare, those that do not have it.
 *
 * @param marks of all appeals, where the filters need them
 */
export async function searchFirst(shards: Shards, { names, total: everyone, language }: Manifest, { filters, limit }: SearchRequest, query: Query, marks?: () => Promise<readonly Marks[]>): Promise<SearchAnswer> {
  const hitsOf = shards.hitsOf(query, "newest");
  const from = filters.from === null ? -Infinity : dayOf(filters.from);
  const to = filters.to === null ? Infinity : dayOf(filters.to);
  const isInDates = (shard: number): boolean => (shards.all[shard]?.lastDay ?? 0) >= from && (shards.all[shard]?.firstDay ?? 0) <= to;
  let able = [...shards.all.keys()].reverse();
  let waiting = able.filter(isInDates);
  const shardMarks = needsMarks(filters) ? await marks?.() : undefined;
  const passing: Uint32Array[] = shards.all.map(() => new Uint32Array());
  let total = 0;
  let unfiltered = 0;
  const parts = [...query.words.map((word) => [word]), ...query.phrases];
  const asked = new Set<number>();
  const rare = new Set<string>();
  const one = async (shard: number): Promise<void> => {
    const [found, columns] = await Promise.all([hitsOf(shard), chosenKinds(filters) > 0 ? shards.columnsOf(shard) : null]);
    const kept = columns === null ? found.numbers : (tally([{ columns, hits: found.numbers, marks: shardMarks?.[shard] }], filters, names).passing[0] ?? new Uint32Array());
    passing[shard] = kept;
    total += kept.length;
    unfiltered += found.numbers.length;
    for (const [at, stems] of parts.entries()) if ((found.having[at] ?? Infinity) < everywhereFrom) for (const stem of stems) rare.add(stem);
  };
  for (let batch = 1, isRouted = false; waiting.length > 0 && total < limit; batch = Math.min(batch * 2, atOnce)) {
    const now = waiting.splice(0, batch);
    await settled(now.map(one));
    for (const shard of now) asked.add(shard);
    if (isRouted || rare.size === 0 || total >= limit) continue;
    const mayHit = await shards.mayHitOf(query, rare);
    isRouted = true;
    able = able.filter((shard) => asked.has(shard) || mayHit(shard));
    waiting = waiting.filter(mayHit);
  }
  // How many there are altogether needs no counting.
  const isEverything = !asksEngine(query) && chosenKinds(filters) === 0;
  const { counts, months } = tally([], noFilters, names);
  return {
    total: isEverything ? everyone : total,
    complete: false,
    exactTotal: isEverything || waiting.length === 0,
    remaining: able.length - asked.size,
    unfiltered: isEverything ? everyone : unfiltered,
    counts,
    months,
    hits: await shownHits(shards, firstPlaces(passing, [], "newest", limit), query, language),
    empty: query.empty,
    cut: query.cut,
  };
}
