import { analyzerVersion } from "../words/analyzer.ts";
import { countAll, type Matches, type OnSearched } from "./exactCount.ts";
import { searchFirst } from "./firstHits.ts";
import { manifestSchema, type FoundAppeal, type Manifest } from "../format/manifest.ts";
import { readQuery } from "./query.ts";
import type { SearchAnswer, SearchRequest } from "./searchAnswer.ts";
import { openShards, type SearchParts } from "./shards.ts";
import { firstPlaces, shownHits } from "./shownHits.ts";

/** Whether this code can read that index. */
export function fits(manifest: Pick<Manifest, "schema" | "analyzer">): boolean {
  return manifest.schema === manifestSchema && manifest.analyzer === analyzerVersion;
}

export interface Search {
  /**
   * @param left nobody waits for the answer any more: no further shard is asked for
   * @throws where a part of the search cannot be had, or belongs to another edition (ForeignFile)
   */
  run: (request: SearchRequest, onSearched?: OnSearched, left?: AbortSignal) => Promise<SearchAnswer>;
  matches: (request: Pick<SearchRequest, "typed" | "filters">) => Promise<Matches>;
  /** Loads what a further question is likely to need, for when nobody waits for anything. Rejects as `run` does. */
  prepare: () => Promise<void>;
  /** What the index keeps of one appeal to show it, by its shard and its number there. */
  appeal: (shard: number, number: number) => Promise<FoundAppeal>;
}

/** The search of one edition: everything between what was typed and what is shown. */
export function openSearch(parts: SearchParts): Search {
  const { manifest, marks } = parts;
  const { names, language } = manifest;
  const shards = openShards(parts);
  return {
    appeal: shards.appealAt,
    prepare: shards.prepare,
    matches: ({ typed, filters }) =>
      countAll(shards, names, { query: readQuery(typed, language), order: "newest", filters, withMarks: true, marks }),
    async run(request, onSearched, left) {
      const query = readQuery(request.typed, language);
      const { filters, order, limit, marks: withMarks = false } = request;
      if (request.scope === "first" && order === "newest" && shards.all.length > 1 && !query.empty)
        return searchFirst(shards, manifest, request, query, marks);
      const { hits, tally } = await countAll(shards, names, {
        query,
        order,
        filters,
        withMarks,
        marks,
        onSearched,
        left,
      });
      return {
        total: tally.total,
        complete: true,
        exactTotal: true,
        remaining: 0,
        unfiltered: hits.reduce((sum, { numbers }) => sum + numbers.length, 0),
        counts: tally.counts,
        months: tally.months,
        hits: await shownHits(shards, firstPlaces(tally.passing, hits, order, limit), query, language),
        empty: query.empty,
        cut: query.cut,
      };
    },
  };
}
