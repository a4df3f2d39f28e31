import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gunzipSync } from "node:zlib";
import { type PublicAppeal } from "../../model/appeal.ts";
import { engineFetch, openEngine, type EngineShard, type PagefindModule, type ReadFile } from "../../site/search/engine.ts";
import { noFilters } from "../../site/search/filters.ts";
import { type Manifest } from "../../site/search/manifest.ts";
import { openSearch } from "../../site/search/search.ts";

/** Appeals that are searched for, spread over all. */
const looksFor = 10;
/** Words of an appeal that are asked for: its longest, which name it best. */
const wordsAsked = 5;
const hitsRead = 100;

/** What somebody would type who remembers an appeal: its longest words. */
export function wordsOf(text: string): string {
  const words = [...new Set(text.toLowerCase().match(/\p{L}{4,}/gu))].filter((word) => !/[^\p{L}]/u.test(word));
  return words.sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).slice(0, wordsAsked).join(" ");
}

/**
 * Searches the finished site for ten of its appeals by their words and day of receipt, with the search that runs in
 * readers' browsers.
 *
 * @param appeals all that are published, in any steady order
 * @returns ids that were not found
 */
export async function missedBySearch(siteDir: string, appeals: readonly PublicAppeal[]): Promise<string[]> {
  const searchable = appeals.filter(({ text }) => wordsOf(text ?? "") !== "");
  if (searchable.length === 0) return [];
  const step = Math.max(1, Math.floor(searchable.length / looksFor));
  const wanted = searchable.filter((_, at) => at % step === 0).slice(0, looksFor);
  const folder = join(siteDir, "search");
  const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) as Manifest;
  const read: ReadFile = async (path) => {
    const bytes = readFileSync(join(folder, path));
    return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
  };
  const usualFetch = globalThis.fetch;
  try {
    const search = openSearch({
      manifest,
      read,
      indexFiles: async (shard) => ({ ...shard, files: JSON.parse(readFileSync(join(folder, shard.folder, "files.json"), "utf8")) as EngineShard["files"] }),
      engine: async (shards) => {
        const failures: unknown[] = [];
        // Pagefind asks for its files by fetch; here they are read.
        globalThis.fetch = engineFetch(read, shards, `${manifest.engine.folder}/engine.pagefind`, failures, usualFetch);
        return openEngine((await import(pathToFileURL(join(folder, manifest.engine.folder, "pagefind.js")).href)) as PagefindModule, failures);
      },
    });
    const missed: string[] = [];
    for (const { id, text, received } of wanted) {
      const day = received.slice(0, 10);
      const { hits } = await search.run({ typed: wordsOf(text ?? ""), filters: { ...noFilters, from: day, to: day }, order: "newest", limit: hitsRead });
      if (!hits.some((hit) => hit.id === id)) missed.push(id);
    }
    return missed;
  } finally {
    globalThis.fetch = usualFetch;
  }
}
