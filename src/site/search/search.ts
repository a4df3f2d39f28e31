import { analyzerVersion } from "./analyzer.ts";
import { decodeColumns, type SearchColumns } from "./columns.ts";
import { type Marks } from "./details.ts";
import { type Engine, type EngineShard, type Hits, type ReadFile } from "./engine.ts";
import { excerptOf, type ExcerptPiece } from "./excerpt.ts";
import { needsMarks, tally, type Counts, type Filters, type Tally } from "./filters.ts";
import { manifestSchema, type FoundAppeal, type Manifest, type Shard } from "./manifest.ts";
import { once } from "./once.ts";
import { readQuery, stemsInQuery, type Query } from "./query.ts";

export const orders = ["newest", "relevance"] as const;
export type Order = (typeof orders)[number];

export interface SearchRequest {
  typed: string;
  filters: Filters;
  order: Order;
  /** How many hits to show, from the first on. */
  limit: number;
  /** Whether values of the first reply against its norm and of the rating are to be counted; they are a file more. */
  marks?: boolean;
}

export interface ShownHit extends Omit<FoundAppeal, "text" | "reply"> {
  text: ExcerptPiece[];
  /** Of the reply, where the words were found there and not in the appeal. */
  reply: ExcerptPiece[];
}

export interface SearchAnswer {
  total: number;
  /** Hits of the words alone, without any filter. */
  unfiltered: number;
  counts: Counts;
  months: Record<string, number>;
  hits: ShownHit[];
  /** Nothing to search for in what was typed; more was typed than was searched for. */
  empty: boolean;
  cut: boolean;
}

export interface SearchParts {
  manifest: Manifest;
  read: ReadFile;
  engine: (shards: readonly EngineShard[]) => Promise<Engine>;
  /** The table of a shard's index files. */
  indexFiles: (shard: Shard) => Promise<EngineShard>;
  /** Marks of all appeals, shard by shard. */
  marks?: () => Promise<readonly Marks[]>;
}

/** Whether this code can read that index. */
export function fits(manifest: Pick<Manifest, "schema" | "analyzer">): boolean {
  return manifest.schema === manifestSchema && manifest.analyzer === analyzerVersion;
}

const decoder = new TextDecoder();

function all(count: number): Hits {
  return { numbers: Uint32Array.from({ length: count }, (_, index) => count - 1 - index), scores: new Float64Array(count) };
}

interface Place {
  shard: number;
  number: number;
}

/** Where the hits to show are: the newest of all shards, or those that fit best. */
function firstPlaces({ passing }: Tally, hits: readonly Hits[], order: Order, limit: number): Place[] {
  const places: (Place & { score: number })[] = [];
  for (let shard = passing.length - 1; shard >= 0; shard -= 1) {
    const numbers = passing[shard] ?? new Uint32Array();
    const scores = order === "relevance" ? new Map(Array.from(hits[shard]?.numbers ?? [], (number, at) => [number, hits[shard]?.scores[at] ?? 0])) : null;
    for (const number of numbers) {
      places.push({ shard, number, score: scores?.get(number) ?? 0 });
      if (order === "newest" && places.length === limit) return places;
    }
  }
  // The sort is stable: equally good hits stay newest first.
  return order === "relevance" ? places.sort((a, b) => b.score - a.score).slice(0, limit) : places;
}

/** All hits of a question, for taking them away. */
export interface Matches {
  tally: Tally;
  columns: readonly SearchColumns[];
}

export interface Search {
  run: (request: SearchRequest) => Promise<SearchAnswer>;
  matches: (request: Pick<SearchRequest, "typed" | "filters">) => Promise<Matches>;
  /** What the index keeps of one appeal to show it, by its shard and its number there. */
  appeal: (shard: number, number: number) => Promise<FoundAppeal>;
}

/** The search of one edition: everything between what was typed and what is shown. */
export function openSearch({ manifest, read, engine, indexFiles, marks }: SearchParts): Search {
  const columnsOf = once(async (shard: Shard): Promise<SearchColumns> => decodeColumns(await read(`${shard.records}/columns.columns`), shard.count, shard.firstDay));
  const engineOf = once(async (_: "engine") => {
    const shards = await Promise.all(manifest.shards.map(indexFiles));
    return { engine: await engine(shards), shards };
  });
  const bundleOf = once(async (path: string) => JSON.parse(decoder.decode(await read(path))) as FoundAppeal[]);
  const last: { asked: string; hits: Promise<Hits[]> } = { asked: "", hits: Promise.resolve([]) };

  const find = async (query: Query, scored: boolean): Promise<Hits[]> => {
    if (query.empty) return manifest.shards.map(() => all(0));
    if (query.words.length + query.phrases.length === 0) return manifest.shards.map(({ count }) => all(count));
    const { engine: running, shards } = await engineOf("engine");
    const found = await Promise.allSettled(shards.map((shard) => running.search(shard, query, scored)));
    return found.map((outcome) => {
      if (outcome.status === "rejected") throw outcome.reason;
      return outcome.value;
    });
  };

  const hitsOf = (query: Query, order: Order): Promise<Hits[]> => {
    const asked = JSON.stringify([query, order]);
    if (last.asked !== asked) {
      last.asked = asked;
      last.hits = find(query, order === "relevance").catch((error: unknown) => {
        if (last.asked === asked) last.asked = "";
        throw error;
      });
    }
    return last.hits;
  };

  const appealAt = async (shard: number, number: number): Promise<FoundAppeal> => {
    const { records = "" } = manifest.shards[shard] ?? {};
    const appeals = await bundleOf(`${records}/${Math.floor(number / manifest.bundle)}.json`);
    const appeal = appeals[number % manifest.bundle];
    if (appeal === undefined) throw new Error("The texts do not belong to this index");
    return appeal;
  };

  const show = async ({ shard, number }: Place, stems: ReadonlySet<string>): Promise<ShownHit> => {
    const appeal = await appealAt(shard, number);
    const text = excerptOf(appeal.text ?? "", stems, manifest.language);
    const reply = excerptOf(appeal.reply ?? "", stems, manifest.language);
    return { ...appeal, text: text.pieces, reply: reply.found > text.found ? reply.pieces : [] };
  };

  const count = async (query: Query, order: Order, filters: Filters, withMarks: boolean): Promise<Matches & { hits: Hits[] }> => {
    const marked = marks && (withMarks || needsMarks(filters)) ? marks() : undefined;
    const [hits, columns, shardMarks] = await Promise.all([hitsOf(query, order), Promise.all(manifest.shards.map(columnsOf)), marked]);
    const shards = columns.map((column, shard) => ({ columns: column, hits: hits[shard]?.numbers ?? new Uint32Array(), marks: shardMarks?.[shard] }));
    return { hits, columns, tally: tally(shards, filters, manifest.names) };
  };

  return {
    appeal: appealAt,
    matches: ({ typed, filters }) => count(readQuery(typed, manifest.language), "newest", filters, true),
    async run({ typed, filters, order, limit, marks: withMarks = false }) {
      const query = readQuery(typed, manifest.language);
      const { hits, tally: counted } = await count(query, order, filters, withMarks);
      const stems = stemsInQuery(query);
      const places = firstPlaces(counted, hits, order, limit);
      return {
        total: counted.total,
        unfiltered: hits.reduce((sum, { numbers }) => sum + numbers.length, 0),
        counts: counted.counts,
        months: counted.months,
        hits: await Promise.all(places.map((place) => show(place, stems))),
        empty: query.empty,
        cut: query.cut,
      };
    },
  };
}
