import type { SearchLanguage } from "../words/analyzer.ts";
import type { Hits } from "./engine.ts";
import { hitExcerpt } from "./excerpt.ts";
import { stemsInQuery, type Query } from "./query.ts";
import type { Order, ShownHit } from "./searchAnswer.ts";
import type { Shards } from "./shards.ts";

/** Where a hit is. */
interface Place {
  shard: number;
  number: number;
}

/**
 * Where the hits to show are: the newest of all shards, or those that fit best.
 *
 * @param passing numbers that passed the filters, newest first, by shard
 * @param hits with their scores, by shard; of no use for the newest
 */
export function firstPlaces(
  passing: readonly (Uint32Array | undefined)[],
  hits: readonly Hits[],
  order: Order,
  limit: number,
): Place[] {
  const places: (Place & { score: number })[] = [];
  for (let shard = passing.length - 1; shard >= 0; shard -= 1) {
    const scores =
      order === "relevance"
        ? new Map(Array.from(hits[shard]?.numbers ?? [], (number, at) => [number, hits[shard]?.scores[at] ?? 0]))
        : null;
    for (const number of passing[shard] ?? []) {
      if (order === "newest" && places.length === limit) return places;
      places.push({ shard, number, score: scores?.get(number) ?? 0 });
    }
  }
  // The sort is stable: equally good hits stay newest first.
  return order === "relevance" ? places.sort((a, b) => b.score - a.score).slice(0, limit) : places;
}

/** What the page shows of those hits: the words of the query in their surroundings. */
export function shownHits(
  { appealAt }: Pick<Shards, "appealAt">,
  places: readonly Place[],
  query: Query,
  language: SearchLanguage,
): Promise<ShownHit[]> {
  const stems = stemsInQuery(query);
  return Promise.all(
    places.map(async ({ shard, number }) => {
      const appeal = await appealAt(shard, number);
      const text = hitExcerpt(appeal.text ?? "", stems, language);
      const reply = hitExcerpt(appeal.reply ?? "", stems, language);
      return { ...appeal, text: text.pieces, reply: reply.found > text.found ? reply.pieces : [] };
    }),
  );
}
