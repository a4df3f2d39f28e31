import type { Shard } from "../format/manifest.ts";
import type { Query } from "./query.ts";
import { makeEntry, makeMetadata, requireMarker } from "../format/pagefindFormat.ts";
import { withoutName } from "../format/nameInside.ts";
import { decodeWordTable } from "../format/wordTable.ts";

/** The part of Pagefind's browser module that is used. */
export interface PagefindModule {
  createInstance: (options: { basePath: string }) => {
    filters: () => Promise<unknown>;
    search: (term: string) => Promise<{ results: { id: string; score: number }[] }>;
    destroy?: () => unknown;
  };
}

/** Reads a file below the search folder, unpacked. Rejects where it is absent or damaged. */
export type ReadFile = (path: string) => Promise<Uint8Array>;

/** Hits of one shard: numbers of appeals, newest first, and how well each fits (none where it was not asked for). */
export interface Hits {
  numbers: Uint32Array;
  scores: Float64Array;
}

/** A stem is searched for whole: this letter closes it, and no Russian stem ends with it. Pagefind would extend it otherwise. */
const closing = "ъ";

/** What Pagefind indexes and is asked for: the stems of a text, each closed. */
export function closedStems(stems: readonly string[]): string {
  return stems.map((stem) => stem + closing).join(" ");
}

/** The two indexes of a shard: which appeals hold a word, and where in them it stands. */
const folderOfWords = "w";
const folderOfPlaces = "p";

/** An address that is never fetched: what Pagefind asks for below it is answered from the search folder. */
const virtualHost = "https://index.invalid/";

/**
 * Answers Pagefind's requests. It swallows a failed download and finds less then, so failures are remembered for the
 * search to report: a wrong count is worse than none.
 *
 * @param read reads a file below the search folder
 * @param engine path of Pagefind's engine there
 */
export function engineFetch(
  read: ReadFile,
  shards: readonly Pick<Shard, "folder" | "count">[],
  engine: string,
  failures: unknown[],
  otherwise: typeof fetch,
): typeof fetch {
  const counts = new Map(shards.map(({ folder, count }) => [folder, count]));
  const answer = async (load: () => Promise<Uint8Array>): Promise<Response> => {
    try {
      return new Response((await load()) as Uint8Array<ArrayBuffer>);
    } catch (error) {
      failures.push(error);
      throw error;
    }
  };
  const whole = async (path: string): Promise<Uint8Array> => withoutName(path, await read(path));
  return async (input, options) => {
    const address = String(input instanceof Request ? input.url : input);
    if (!address.startsWith(virtualHost)) return otherwise(input, options);
    const [folder = "", index = "", ...rest] = new URL(address).pathname.slice(1).split("/");
    const file = rest.join("/");
    const count = counts.get(folder);
    if (count === undefined) return new Response(null, { status: 404 });
    if (file === "pagefind-entry.json") return new Response(makeEntry(count));
    if (file.endsWith(".pf_meta"))
      return answer(async () =>
        makeMetadata(count, decodeWordTable(new TextDecoder().decode(await whole(`${folder}/words.pf_table`)))),
      );
    if (file.startsWith("wasm.")) return answer(() => read(engine));
    const part = /^index\/(\d+)\.pf_index$/.exec(file)?.[1];
    if (part === undefined) return new Response(null, { status: 404 });
    return answer(async () => {
      const content = await whole(`${folder}/${index}/${part}.pf_index`);
      requireMarker(content);
      return content;
    });
  };
}

export interface Engine {
  /**
   * Appeals of one shard that have every word and every phrase of the query.
   *
   * @param scored whether the scores are needed; they cost a second look at the words
   * @throws where a part of the index cannot be had
   */
  search: (shard: Shard, query: Query, scored: boolean) => Promise<Hits>;
  /** Loads what any search of words in a shard needs: the engine and the table of its words. */
  prepare: (shard: Shard) => Promise<void>;
  /** Gives back the memory of a shard that will not be searched soon. */
  leave: (shard: Shard) => void;
}

/** Numbers that are in every list. */
export function inAll(lists: readonly (readonly number[])[]): number[] {
  const [first = [], ...others] = lists.toSorted((a, b) => a.length - b.length);
  return others.reduce<readonly number[]>((kept, list) => {
    const known = new Set(list);
    return kept.filter((number) => known.has(number));
  }, first) as number[];
}

/**
 * Hits newest first.
 *
 * @param lists the appeals that have each word and each phrase
 * @param scores by number; what is absent scores nothing
 */
export function hitsOf(lists: readonly (readonly number[])[], scores: ReadonlyMap<number, number>): Hits {
  const numbers = Uint32Array.from(inAll(lists)).sort().reverse();
  return { numbers, scores: Float64Array.from(scores.size === 0 ? [] : numbers, (number) => scores.get(number) ?? 0) };
}

type Instance = ReturnType<PagefindModule["createInstance"]>;
interface Result {
  id: string;
  score: number;
}

/** Runs queries on shards with Pagefind. `failures` is the list that engineFetch fills. */
export function openEngine(pagefind: PagefindModule, failures: unknown[]): Engine {
  const instances = new Map<string, Promise<Instance>>();
  // The first one alone: Pagefind keeps one engine for all instances, and two that start at once overwrite each other's.
  let first: Promise<unknown> | null = null;
  /** What could not be loaded, rather than what Pagefind makes of it: it goes on without, or stumbles. */
  const orFailure = async <Given>(asked: () => Promise<Given>): Promise<Given> => {
    const before = failures.length;
    const [outcome] = await Promise.allSettled([asked()]);
    if (failures.length > before) throw failures.at(-1);
    if (outcome.status === "rejected") throw outcome.reason;
    return outcome.value;
  };
  const open = async (folder: string): Promise<Instance> => {
    const instance = pagefind.createInstance({ basePath: `${virtualHost}${folder}/` });
    // Its own init() comes back before the engine runs; any question waits until it does.
    await orFailure(() => instance.filters());
    return instance;
  };
  const instanceOf = (folder: string): Promise<Instance> => {
    const known = instances.get(folder);
    if (known !== undefined) return known;
    const opened = (first === null ? open(folder) : first.then(() => open(folder))).catch((error: unknown) => {
      instances.clear();
      first = null;
      throw error;
    });
    first ??= opened;
    instances.set(folder, opened);
    return opened;
  };
  const ask = async (folder: string, term: string): Promise<Result[]> => {
    const instance = await instanceOf(folder);
    try {
      return (await orFailure(() => instance.search(term))).results;
    } catch (error) {
      instances.delete(folder);
      throw error;
    }
  };
  const numbersOf = (results: readonly Result[]): number[] => results.map(({ id }) => Number(id));

  return {
    async search({ folder }, query, scored) {
      // Each word is asked for by itself and in quotes: of several words Pagefind leaves out those that occur nowhere,
      // and an unquoted word may be shortened until something fits. All at once: each is a request of its own.
      const lists = await Promise.all([
        ...query.words.map((word) => ask(`${folder}/${folderOfWords}`, `"${closedStems([word])}"`)),
        ...query.phrases.map((phrase) => ask(`${folder}/${folderOfPlaces}`, `"${closedStems(phrase)}"`)),
      ]);
      const numbers = lists.map(numbersOf);
      if (!scored || inAll(numbers).length === 0) return hitsOf(numbers, new Map());
      const ranked = await ask(`${folder}/${folderOfPlaces}`, closedStems([...query.words, ...query.phrases.flat()]));
      return hitsOf(numbers, new Map(ranked.map(({ id, score }) => [Number(id), score])));
    },
    async prepare({ folder }) {
      await instanceOf(`${folder}/${folderOfWords}`);
    },
    leave({ folder }) {
      for (const index of [folderOfWords, folderOfPlaces]) {
        const instance = instances.get(`${folder}/${index}`);
        if (instance === undefined || instance === first) continue;
        instances.delete(`${folder}/${index}`);
        void instance.then((opened) => opened.destroy?.());
      }
    },
  };
}
