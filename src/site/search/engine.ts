import { type Query } from "./query.ts";
import { makeEntry, makeMetadata, type IndexFile } from "./pagefindFormat.ts";

/** The part of Pagefind's browser module that is used. */
export interface PagefindModule {
  createInstance: (options: { basePath: string }) => {
    filters: () => Promise<unknown>;
    search: (term: string) => Promise<{ results: { id: string; score: number }[] }>;
  };
}

/** Reads a file below the search folder, unpacked. Rejects where it is absent or damaged. */
export type ReadFile = (path: string) => Promise<Uint8Array>;

/** A shard as the engine knows it. */
export interface EngineShard {
  folder: string;
  count: number;
  index: string;
  files: readonly IndexFile[];
}

/** Hits of one shard: numbers of appeals, newest first, and how well each fits. */
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

/** An address that is never fetched: what Pagefind asks for below it is answered from the search folder. */
const virtualHost = "https://index.invalid/";

/**
 * Answers Pagefind's requests. It swallows a failed download and finds less then, so failures are remembered for the
 * search to report: a wrong count is worse than none.
 */
export function engineFetch(read: ReadFile, shards: readonly EngineShard[], wasm: string, failures: unknown[], otherwise: typeof fetch): typeof fetch {
  const byFolder = new Map(shards.map((shard) => [shard.folder, shard]));
  const bytes = async (path: string): Promise<Response> => {
    try {
      return new Response((await read(path)) as Uint8Array<ArrayBuffer>);
    } catch (error) {
      failures.push(error);
      throw error;
    }
  };
  return async (input, options) => {
    const address = String(input instanceof Request ? input.url : input);
    if (!address.startsWith(virtualHost)) return otherwise(input, options);
    const [folder = "", ...rest] = new URL(address).pathname.slice(1).split("/");
    const file = rest.join("/");
    const shard = byFolder.get(folder);
    if (shard === undefined) return new Response(null, { status: 404 });
    if (file === "pagefind-entry.json") return new Response(makeEntry(shard.count, shard.index));
    if (file.endsWith(".pf_meta")) return new Response(makeMetadata(shard.count, shard.files) as Uint8Array<ArrayBuffer>);
    if (file.startsWith("wasm.")) return bytes(wasm);
    return bytes(`${folder}/${file}`);
  };
}

export interface Engine {
  /**
   * Appeals of one shard that have every word and every phrase of the query.
   *
   * @param scored whether the scores are needed; they cost a second look at the words
   * @throws where a part of the index cannot be had
   */
  search: (shard: EngineShard, query: Query, scored: boolean) => Promise<Hits>;
}

type Instance = ReturnType<PagefindModule["createInstance"]>;

/** Runs queries on shards with Pagefind. `failures` is the list that engineFetch fills. */
export function openEngine(pagefind: PagefindModule, failures: unknown[]): Engine {
  const instances = new Map<string, Promise<Instance>>();
  // The first one alone: Pagefind keeps one engine for all instances, and two that start at once overwrite each other's.
  let first: Promise<unknown> | null = null;
  const open = async (folder: string): Promise<Instance> => {
    const instance = pagefind.createInstance({ basePath: `${virtualHost}${folder}/` });
    // Its own init() comes back before the engine runs; any question waits until it does.
    await instance.filters();
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

  return {
    async search(shard, query, scored) {
      const instance = await instanceOf(shard.folder);
      const ask = async (term: string): Promise<{ id: string; score: number }[]> => {
        const before = failures.length;
        const { results } = await instance.search(term);
        if (failures.length > before) {
          instances.delete(shard.folder);
          throw failures.at(-1);
        }
        return results;
      };
      // Each word is asked for by itself and in quotes: of several words Pagefind leaves out those that occur nowhere,
      // and an unquoted word may be shortened until something fits.
      const parts = [...query.words.map((word) => [word]), ...query.phrases];
      let found: number[] = [];
      for (const [at, stems] of parts.entries()) {
        const these = (await ask(`"${closedStems(stems)}"`)).map(({ id }) => Number(id));
        const known = new Set(found);
        found = at === 0 ? these : these.filter((number) => known.has(number));
        if (found.length === 0) break;
      }
      const numbers = Uint32Array.from(found).sort().reverse();
      const scores = new Map(scored && numbers.length > 0 ? (await ask(closedStems([...query.words, ...query.phrases.flat()]))).map(({ id, score }) => [Number(id), score]) : []);
      return { numbers, scores: Float64Array.from(numbers, (number) => scores.get(number) ?? 0) };
    },
  };
}
