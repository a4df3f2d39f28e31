import type { Marks } from "../format/details.ts";
import { chosenKinds, dayOf, needsMarks, noFilters, tally } from "./filters.ts";
import type { Manifest } from "../format/manifest.ts";
import type { Query } from "./query.ts";
import type { SearchAnswer, SearchRequest } from "./searchAnswer.ts";
import { settled, type Asked, type Shards } from "./shards.ts";
import { firstPlaces, shownHits } from "./shownHits.ts";

/** Shards searched at the same time at most. */
const atOnce = 6;

/** Words that are asked for together stand together more often than by chance: about so many times. */
const together = 2;

/**
 * How many of the waiting shards are looked into next: where texts are read, as many as can fill the page; else as many as
 * may be expected to, and at least one, then two, then more, since words do not stand by chance.
 */
function nextBatch(
  waiting: readonly number[],
  { by, candidates, share }: Asked,
  batch: number,
  wanted: number,
): number {
  const [expected, least, most] = by === "texts" ? [1, 0, Infinity] : [Math.min(1, share * together), batch, atOnce];
  let [taken, hits] = [0, 0];
  while (taken < Math.min(waiting.length, most) && hits < wanted) hits += expected * candidates(waiting[taken++] ?? 0);
  return Math.max(taken, least);
}

/**
 * The newest hits: newest shards first, until there are enough. Shards that the dates rule out are not asked, nor those
 * of which it is known that they have no hit.
 *
 * @param marks of all appeals, where the filters need them
 */
export async function searchFirst(
  shards: Shards,
  { names, language }: Manifest,
  { filters, limit }: SearchRequest,
  query: Query,
  marks?: () => Promise<readonly Marks[]>,
): Promise<SearchAnswer> {
  const asked = await shards.ask(query, "newest", false);
  const from = filters.from === null ? -Infinity : dayOf(filters.from);
  const to = filters.to === null ? Infinity : dayOf(filters.to);
  const isInDates = (shard: number): boolean =>
    (shards.all[shard]?.lastDay ?? 0) >= from && (shards.all[shard]?.firstDay ?? 0) <= to;
  const able = [...shards.all.keys()].reverse().filter((shard) => asked.candidates(shard) > 0);
  const waiting = able.filter(isInDates);
  const isFiltered = chosenKinds(filters) > 0;
  const shardMarks = needsMarks(filters) ? await marks?.() : undefined;
  const passing: Uint32Array[] = shards.all.map(() => new Uint32Array());
  let total = 0;
  let unfiltered = 0;
  let searched = 0;
  const one = async (shard: number): Promise<void> => {
    const [found, columns] = await Promise.all([asked.hitsIn(shard), isFiltered ? shards.columnsOf(shard) : null]);
    const kept =
      columns === null
        ? found.numbers
        : (tally([{ columns, hits: found.numbers, marks: shardMarks?.[shard] }], filters, names).passing[0] ??
          new Uint32Array());
    passing[shard] = kept;
    total += kept.length;
    unfiltered += found.numbers.length;
    searched += 1;
  };
  for (let batch = 1; waiting.length > 0 && total < limit; batch = Math.min(batch * 2, atOnce))
    await settled(waiting.splice(0, nextBatch(waiting, asked, batch, limit - total)).map(one));
  // How many hits the words have altogether is known where all of them are.
  const known = asked.by === "lists" ? able.reduce((sum, shard) => sum + asked.candidates(shard), 0) : null;
  const isKnown = known !== null && !isFiltered;
  const { counts, months } = tally([], noFilters, names);
  return {
    total: isKnown ? known : total,
    complete: false,
    exactTotal: isKnown || waiting.length === 0,
    remaining: able.length - searched,
    unfiltered: known ?? unfiltered,
    counts,
    months,
    hits: await shownHits(shards, firstPlaces(passing, [], "newest", limit), query, language),
    empty: query.empty,
    cut: query.cut,
  };
}
