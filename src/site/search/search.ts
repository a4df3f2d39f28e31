import { analyzerVersion } from "./analyzer.ts";
import { columnNames, decodeShardColumns, type SearchColumns } from "./columns.ts";
import { type Engine, type Hits, type ReadFile } from "./engine.ts";
import { excerptOf, type ExcerptPiece } from "./excerpt.ts";
import { codesOf, dayOf, tally, type Counts, type Filters, type Tally } from "./filters.ts";
import { manifestSchema, type Bundle, type FoundAppeal, type Manifest, type Shard } from "./manifest.ts";
import { readQuery, stemsInQuery, type Query } from "./query.ts";
import { ForeignFile, unsealed } from "./sealed.ts";

export const orders = ["newest", "relevance"] as const;
export type Order = (typeof orders)[number];

export interface SearchRequest {
  typed: string;
  filters: Filters;
  order: Order;
  /** How many hits to show, from the first on. */
  limit: number;
  /**
   * "all" (the usual) answers exactly, whatever it takes; "first" stops at the first hits where there are many shards:
   * newest shards are searched first, and older ones only until the page is full.
   */
  scope?: "first" | "all";
}

export interface ShownHit extends Omit<FoundAppeal, "text" | "reply"> {
  text: ExcerptPiece[];
  /** Of the reply, where the words were found there and not in the appeal. */
  reply: ExcerptPiece[];
}

export interface SearchAnswer {
  /** Exact where `complete` or `exactTotal`; else as many as were found so far. */
  total: number;
  /** Whether total, counts and months are of all appeals. Where not, counts and months are empty; ask with scope "all". */
  complete: boolean;
  /** Whether every appeal that could be a hit was looked at, so that the total is exact. */
  exactTotal: boolean;
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
  engine: () => Promise<Engine>;
}

/** Whether this code can read that index. */
export function fits(manifest: Pick<Manifest, "schema" | "analyzer">): boolean {
  return manifest.schema === manifestSchema && manifest.analyzer === analyzerVersion;
}

const decoder = new TextDecoder();

/** Remembers what was loaded; what failed is tried again the next time. */
function once<Key, Value>(load: (key: Key) => Promise<Value>): (key: Key) => Promise<Value> {
  const loaded = new Map<Key, Promise<Value>>();
  return (key) => {
    const known = loaded.get(key);
    if (known !== undefined) return known;
    const value = load(key).catch((error: unknown) => {
      loaded.delete(key);
      throw error;
    });
    loaded.set(key, value);
    return value;
  };
}

function everything(count: number): Hits {
  return { numbers: Uint32Array.from({ length: count }, (_, index) => count - 1 - index), scores: new Float64Array() };
}

interface Place {
  shard: number;
  number: number;
}

/** Where the hits to show are: the newest of all shards, or those that fit best. */
function firstPlaces(passing: readonly (Uint32Array | undefined)[], hits: readonly (Hits | undefined)[], order: Order, limit: number): Place[] {
  const places: (Place & { score: number })[] = [];
  for (let shard = passing.length - 1; shard >= 0; shard -= 1) {
    const scores = order === "relevance" ? new Map(Array.from(hits[shard]?.numbers ?? [], (number, at) => [number, hits[shard]?.scores[at] ?? 0])) : null;
    for (const number of passing[shard] ?? []) {
      places.push({ shard, number, score: scores?.get(number) ?? 0 });
      if (order === "newest" && places.length === limit) return places;
    }
  }
  // The sort is stable: equally good hits stay newest first.
  return order === "relevance" ? places.sort((a, b) => b.score - a.score).slice(0, limit) : places;
}

/** Shards searched at the same time when all of them are. */
const atOnce = 6;
/** Shards whose indexes stay in memory: those that the next query begins with. */
const shardsKept = 6;

function isNarrowed(filters: Filters): boolean {
  return columnNames.some((name) => filters[name].length > 0) || filters.from !== null || filters.to !== null;
}

/** Whether there is a word to look up; what is narrowed by filters alone needs no index. */
function asksEngine({ empty, words, phrases }: Query): boolean {
  return !empty && words.length + phrases.length > 0;
}

export interface Search {
  /**
   * @param onProgress is told how many shards of how many have been searched
   * @throws where a part of the search cannot be had, or belongs to another edition (ForeignFile)
   */
  run: (request: SearchRequest, onProgress?: (searched: number, of: number) => void) => Promise<SearchAnswer>;
}

/** The search of one edition: everything between what was typed and what is shown. */
export function openSearch({ manifest, read, engine }: SearchParts): Search {
  const { shards, names } = manifest;
  const codes = codesOf(names);
  const columnsOf = once(async (shard: Shard): Promise<SearchColumns> => {
    const path = `${shard.records}/columns.columns`;
    return decodeShardColumns(unsealed(path, await read(path)), shard.count, shard.firstDay, codes);
  });
  const engineOf = once((_: "engine") => engine());
  const bundleOf = once(async (path: string): Promise<Bundle> => {
    const bundle = JSON.parse(decoder.decode(await read(path))) as Bundle;
    if (bundle.file !== path) throw new ForeignFile();
    return bundle;
  });
  /** Hits of the last question, shard by shard: a filter or a further page asks nothing twice. */
  let last = { asked: "", hitsOf: once((_: number): Promise<Hits> => Promise.reject(new Error("Nothing was asked"))) };

  const find = async (shard: Shard, query: Query, scored: boolean): Promise<Hits> => {
    if (!asksEngine(query)) return everything(query.empty ? 0 : shard.count);
    return (await engineOf("engine")).search(shard, query, scored);
  };

  const hitsFor = (query: Query, order: Order): ((shard: number) => Promise<Hits>) => {
    const asked = JSON.stringify([query, order]);
    if (last.asked !== asked) last = { asked, hitsOf: once((shard: number) => find(shards[shard] as Shard, query, order === "relevance")) };
    return last.hitsOf;
  };

  const show = async ({ shard, number }: Place, stems: ReadonlySet<string>): Promise<ShownHit> => {
    const { records = "" } = shards[shard] ?? {};
    const { appeals } = await bundleOf(`${records}/${Math.floor(number / manifest.bundle)}.json`);
    const appeal = appeals[number % manifest.bundle];
    if (appeal === undefined) throw new ForeignFile();
    const text = excerptOf(appeal.text ?? "", stems, manifest.language);
    const reply = excerptOf(appeal.reply ?? "", stems, manifest.language);
    return { ...appeal, text: text.pieces, reply: reply.found > text.found ? reply.pieces : [] };
  };

  /** Newest shards first, one, then two, then more at once, until there are enough hits. */
  const searchFirst = async (request: SearchRequest, query: Query): Promise<SearchAnswer> => {
    const { filters, limit } = request;
    const hitsOf = hitsFor(query, "newest");
    const from = filters.from === null ? -Infinity : dayOf(filters.from);
    const to = filters.to === null ? Infinity : dayOf(filters.to);
    const numbers = shards.flatMap(({ firstDay, lastDay }, shard) => (lastDay >= from && firstDay <= to ? [shard] : [])).reverse();
    const passing: Uint32Array[] = [];
    let total = 0;
    let searched = 0;
    const one = async (shard: number): Promise<void> => {
      const [{ numbers: found }, columns] = await Promise.all([hitsOf(shard), isNarrowed(filters) ? columnsOf(shards[shard] as Shard) : null]);
      const kept = columns === null ? found : (tally([{ columns, hits: found }], filters, names).passing[0] ?? new Uint32Array());
      passing[shard] = kept;
      total += kept.length;
    };
    for (let batch = 1; searched < numbers.length && total < limit; batch = Math.min(batch * 2, atOnce)) {
      await settled(numbers.slice(searched, searched + batch).map(one));
      searched = Math.min(searched + batch, numbers.length);
    }
    const places = firstPlaces(Array.from(shards, (_, shard) => passing[shard]), [], "newest", limit);
    const nothing = tally([], filters, names);
    return { ...(await answerOf(query, places, { ...nothing, total })), complete: false, exactTotal: searched === numbers.length };
  };

  const answerOf = async (query: Query, places: readonly Place[], { total, counts, months }: Pick<Tally, "total" | "counts" | "months">): Promise<SearchAnswer> => {
    const stems = stemsInQuery(query);
    const hits = await Promise.all(places.map((place) => show(place, stems)));
    return { total, complete: true, exactTotal: true, counts, months, hits, empty: query.empty, cut: query.cut };
  };

  const searchAll = async ({ filters, order, limit }: SearchRequest, query: Query, onProgress: (searched: number, of: number) => void): Promise<SearchAnswer> => {
    const hitsOf = hitsFor(query, order);
    const found: { columns: SearchColumns; hits: Uint32Array }[] = [];
    const hits: Hits[] = [];
    let searched = 0;
    const waiting = shards.map((_, number) => number);
    const work = async (): Promise<void> => {
      for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
        const shard = shards[number] as Shard;
        const [mine, columns] = await Promise.all([hitsOf(number), columnsOf(shard)]);
        hits[number] = mine;
        found[number] = { columns, hits: mine.numbers };
        if (asksEngine(query) && number < shards.length - shardsKept) (await engineOf("engine")).leave(shard);
        searched += 1;
        onProgress(searched, shards.length);
      }
    };
    await settled(Array.from({ length: Math.min(atOnce, shards.length) }, work));
    const counted = tally(found, filters, names);
    return answerOf(query, firstPlaces(counted.passing, hits, order, limit), counted);
  };

  return {
    async run(request, onProgress = () => {}) {
      const query = readQuery(request.typed, manifest.language);
      const early = request.scope === "first" && request.order === "newest" && shards.length > 1 && !query.empty;
      return early ? searchFirst(request, query) : searchAll(request, query, onProgress);
    },
  };
}

/** Waits for all, then fails where any failed: nothing goes on behind an error that was already reported. */
async function settled(work: readonly Promise<void>[]): Promise<void> {
  for (const outcome of await Promise.allSettled(work)) if (outcome.status === "rejected") throw outcome.reason;
}
