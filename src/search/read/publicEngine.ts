import { closedStems, hitsOf, inAll, type Engine } from "./engine.ts";
import type { Shard } from "../format/manifest.ts";

/**
 * The search on Pagefind's documented functions alone, for a version whose files are not understood. It is right and
 * slow: which appeal a result is, is told only by a file of its own, one for every hit.
 */

/** The documented part of Pagefind's browser module. */
export interface PublicPagefind {
  init: () => Promise<unknown>;
  search: (
    term: string,
  ) => Promise<{ results: { id: string; score: number; data: () => Promise<{ raw_url?: string; url: string }> }[] }>;
}

/** Pagefind finds less where a download fails; the search must hear of it. */
export function watchedFetch(otherwise: typeof fetch, failures: unknown[]): typeof fetch {
  return async (input, options) => {
    try {
      const response = await otherwise(input, options);
      if (!response.ok) failures.push(new Error(`A part of the index answered ${response.status}`));
      return response;
    } catch (error) {
      failures.push(error);
      throw error;
    }
  };
}

/** @param load Pagefind's module of a shard; failures: the list that watchedFetch fills */
export function openPublicEngine(load: (shard: Shard) => Promise<PublicPagefind>, failures: unknown[]): Engine {
  const modules = new Map<string, Promise<PublicPagefind>>();
  const numbers = new Map<string, number>();
  const moduleOf = (shard: Shard): Promise<PublicPagefind> => {
    const known = modules.get(shard.folder);
    if (known !== undefined) return known;
    const loaded = load(shard).then(async (module) => {
      await module.init();
      return module;
    });
    modules.set(shard.folder, loaded);
    loaded.catch(() => modules.delete(shard.folder));
    return loaded;
  };
  return {
    async search(shard, query, scored) {
      const module = await moduleOf(shard);
      const scores = new Map<number, number>();
      const ask = async (term: string, each: (number: number, score: number) => void): Promise<void> => {
        const before = failures.length;
        const { results } = await module.search(term);
        for (const { id, score, data } of results) {
          const key = `${shard.folder}/${id}`;
          if (!numbers.has(key)) {
            const { raw_url, url } = await data();
            numbers.set(key, Number(/(\d+)\/?$/.exec(raw_url ?? url)?.[1]));
          }
          each(numbers.get(key) ?? NaN, score);
        }
        if (failures.length > before) throw failures.at(-1);
      };
      const lists: number[][] = [];
      for (const stems of [...query.words.map((word) => [word]), ...query.phrases]) {
        const list: number[] = [];
        await ask(`"${closedStems(stems)}"`, (number) => list.push(number));
        lists.push(list);
      }
      if (scored && inAll(lists).length > 0)
        await ask(closedStems([...query.words, ...query.phrases.flat()]), (number, score) => scores.set(number, score));
      return hitsOf(lists, scores);
    },
    async prepare(shard) {
      await moduleOf(shard);
    },
    leave() {},
  };
}
