import { analyzerVersion } from "./analyzer.ts";
import { decodeShardColumns, type SearchColumns } from "./columns.ts";
import { type Marks } from "./details.ts";
import { type Engine, type Hits, type ReadFile } from "./engine.ts";
import { excerptOf, type ExcerptPiece } from "./excerpt.ts";
import { chosenKinds, codesOf, dayOf, needsMarks, noFilters, tally, type Counts, type Filters, type Tally, type TallyShard } from "./filters.ts";
import { manifestSchema, type Bundle, type FoundAppeal, type Manifest, type Shard } from "./manifest.ts";
import { once } from "./once.ts";
import { readQuery, stemsInQuery, type Query } from "./query.ts";
import { openRouting, type MayHit } from "./routing.ts";
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
  /** Whether values of the first reply against its norm and of the rating are to be counted; they are a file more. */
  marks?: boolean;
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
  /** Shards that may have hits and that no word was looked up in: what counts and months would still cost. */
  remaining: number;
  /** Hits of the words alone, without any filter; as many as were found so far where the total is not exact. */
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
  engine: () => Promise<Engine>;
  /** Marks of all appeals, shard by shard. */
  marks?: () => Promise<readonly Marks[]>;
}

/** Whether this code can read that index. */
export function fits(manifest: Pick<Manifest, "schema" | "analyzer">): boolean {
  return manifest.schema === manifestSchema && manifest.analyzer === analyzerVersion;
}

const decoder = new TextDecoder();

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

/** Whether there is a word to look up; what is narrowed by filters alone needs no index. */
function asksEngine({ empty, words, phrases }: Query): boolean {
  return !empty && words.length + phrases.length > 0;
}

const none = new Uint16Array();
const noColumns: SearchColumns = { length: 0, agency: none, topic: none, place: none, channel: none, outcome: none, day: new Int32Array() };

const noHits: Hits = { numbers: new Uint32Array(), scores: new Float64Array() };

/** All hits of a question, for taking them away. */
export interface Matches {
  tally: Tally;
  columns: readonly SearchColumns[];
}

/** Is told how many appeals of how many have been searched. */
export type OnSearched = (searched: number, of: number) => void;

export interface Search {
  /**
   * @param left nobody waits for the answer any more: no further shard is asked for
   * @throws where a part of the search cannot be had, or belongs to another edition (ForeignFile)
   */
  run: (request: SearchRequest, onSearched?: OnSearched, left?: AbortSignal) => Promise<SearchAnswer>;
  matches: (request: Pick<SearchRequest, "typed" | "filters">) => Promise<Matches>;
  /** What the index keeps of one appeal to show it, by its shard and its number there. */
  appeal: (shard: number, number: number) => Promise<FoundAppeal>;
}

/** The search of one edition: everything between what was typed and what is shown. */
export function openSearch({ manifest, read, engine, marks }: SearchParts): Search {
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
  const mayHitAll = openRouting(manifest.routing, read);
  /** Hits of the last question, shard by shard: a filter or a further page asks nothing twice. */
  let last = { asked: "", hitsOf: once((_: number): Promise<Hits> => Promise.reject(new Error("Nothing was asked"))) };

  const find = async (shard: Shard, query: Query, scored: boolean): Promise<Hits> => {
    if (!asksEngine(query)) return everything(query.empty ? 0 : shard.count);
    return (await engineOf("engine")).search(shard, query, scored);
  };

  /** Which shards can have a hit. The engine comes meanwhile. */
  const mayHitOf = async (query: Query): Promise<MayHit> => {
    if (!asksEngine(query)) return () => true;
    // Whoever needs it hears of a failure.
    engineOf("engine").catch(() => {});
    return mayHitAll(stemsInQuery(query));
  };

  const hitsFor = (query: Query, order: Order): ((shard: number) => Promise<Hits>) => {
    const asked = JSON.stringify([query, order]);
    if (last.asked !== asked) last = { asked, hitsOf: once((shard: number) => find(shards[shard] as Shard, query, order === "relevance")) };
    return last.hitsOf;
  };

  const appealAt = async (shard: number, number: number): Promise<FoundAppeal> => {
    const { records = "" } = shards[shard] ?? {};
    const { appeals } = await bundleOf(`${records}/${Math.floor(number / manifest.bundle)}.json`);
    const appeal = appeals[number % manifest.bundle];
    if (appeal === undefined) throw new ForeignFile();
    return appeal;
  };

  const show = async ({ shard, number }: Place, stems: ReadonlySet<string>): Promise<ShownHit> => {
    const appeal = await appealAt(shard, number);
    const text = excerptOf(appeal.text ?? "", stems, manifest.language);
    const reply = excerptOf(appeal.reply ?? "", stems, manifest.language);
    return { ...appeal, text: text.pieces, reply: reply.found > text.found ? reply.pieces : [] };
  };

  const answerOf = async (query: Query, places: readonly Place[], { total, counts, months }: Pick<Tally, "total" | "counts" | "months">, unfiltered: number): Promise<SearchAnswer> => {
    const stems = stemsInQuery(query);
    const hits = await Promise.all(places.map((place) => show(place, stems)));
    return { total, complete: true, exactTotal: true, remaining: 0, unfiltered, counts, months, hits, empty: query.empty, cut: query.cut };
  };

  /** Newest shards first, one, then two, then more at once, until there are enough hits. */
  const searchFirst = async ({ filters, limit }: SearchRequest, query: Query): Promise<SearchAnswer> => {
    const hitsOf = hitsFor(query, "newest");
    const from = filters.from === null ? -Infinity : dayOf(filters.from);
    const to = filters.to === null ? Infinity : dayOf(filters.to);
    const mayHit = await mayHitOf(query);
    const able = [...shards.keys()].filter(mayHit).reverse();
    const numbers = able.filter((shard) => (shards[shard]?.lastDay ?? 0) >= from && (shards[shard]?.firstDay ?? 0) <= to);
    const shardMarks = needsMarks(filters) ? await marks?.() : undefined;
    const passing: Uint32Array[] = [];
    let total = 0;
    let unfiltered = 0;
    let searched = 0;
    const one = async (shard: number): Promise<void> => {
      const [{ numbers: hits }, columns] = await Promise.all([hitsOf(shard), chosenKinds(filters) > 0 ? columnsOf(shards[shard] as Shard) : null]);
      const kept = columns === null ? hits : (tally([{ columns, hits, marks: shardMarks?.[shard] }], filters, names).passing[0] ?? new Uint32Array());
      passing[shard] = kept;
      total += kept.length;
      unfiltered += hits.length;
    };
    for (let batch = 1; searched < numbers.length && total < limit; batch = Math.min(batch * 2, atOnce)) {
      await settled(numbers.slice(searched, searched + batch).map(one));
      searched = Math.min(searched + batch, numbers.length);
    }
    const places = firstPlaces(Array.from(shards, (_, shard) => passing[shard]), [], "newest", limit);
    const nothing = tally([], noFilters, names);
    // How many there are altogether needs no counting.
    const isEverything = !asksEngine(query) && chosenKinds(filters) === 0;
    const known = isEverything ? manifest.total : total;
    const answer = await answerOf(query, places, { ...nothing, total: known }, isEverything ? known : unfiltered);
    return { ...answer, complete: false, exactTotal: isEverything || searched === numbers.length, remaining: able.length - searched };
  };

  /** Every shard, the newest first, a few at once. */
  const count = async (query: Query, order: Order, filters: Filters, withMarks: boolean, onSearched: OnSearched, left?: AbortSignal): Promise<Matches & { hits: Hits[] }> => {
    const hitsOf = hitsFor(query, order);
    const found: TallyShard[] = shards.map(() => ({ columns: noColumns, hits: noHits.numbers }));
    const hits: Hits[] = shards.map(() => noHits);
    const mayHit = await mayHitOf(query);
    const marked = marks && (withMarks || needsMarks(filters)) ? marks() : undefined;
    const waiting = [...shards.keys()].filter(mayHit);
    let searched = shards.reduce((sum, { count }, number) => sum + (mayHit(number) ? 0 : count), 0);
    const work = async (): Promise<void> => {
      for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
        left?.throwIfAborted();
        const shard = shards[number] as Shard;
        const mine = await hitsOf(number);
        // Whoever asks meanwhile may be reading this shard: it is not taken away from them below.
        left?.throwIfAborted();
        hits[number] = mine;
        // Columns of shards without a hit would be most of what a rare word downloads.
        if (mine.numbers.length > 0) found[number] = { columns: await columnsOf(shard), hits: mine.numbers };
        if (asksEngine(query) && number < shards.length - shardsKept) (await engineOf("engine")).leave(shard);
        searched += shard.count;
        onSearched(searched, manifest.total);
      }
    };
    const workers = Array.from({ length: Math.min(atOnce, waiting.length) }, work);
    const [shardMarks] = await Promise.all([marked, settled(workers)]);
    return { hits, columns: found.map(({ columns }) => columns), tally: tally(found.map((shard, number) => ({ ...shard, marks: shardMarks?.[number] })), filters, names) };
  };

  const searchAll = async ({ filters, order, limit, marks: withMarks = false }: SearchRequest, query: Query, onSearched: OnSearched, left?: AbortSignal): Promise<SearchAnswer> => {
    const { hits, tally: counted } = await count(query, order, filters, withMarks, onSearched, left);
    const unfiltered = hits.reduce((sum, { numbers }) => sum + numbers.length, 0);
    return answerOf(query, firstPlaces(counted.passing, hits, order, limit), counted, unfiltered);
  };

  return {
    appeal: appealAt,
    matches: ({ typed, filters }) => count(readQuery(typed, manifest.language), "newest", filters, true, () => {}),
    async run(request, onSearched = () => {}, left) {
      const query = readQuery(request.typed, manifest.language);
      const early = request.scope === "first" && request.order === "newest" && shards.length > 1 && !query.empty;
      return early ? searchFirst(request, query) : searchAll(request, query, onSearched, left);
    },
  };
}

/** Waits for all, then fails where any failed: nothing goes on behind an error that was already reported. */
async function settled(work: readonly Promise<void>[]): Promise<void> {
  for (const outcome of await Promise.allSettled(work)) if (outcome.status === "rejected") throw outcome.reason;
}
