import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { usualLimits, type ReadingLimits } from "./appealLists.ts";
import { allMarks } from "./allMarks.ts";
import type { Companion } from "../format/companion.ts";
import { engineFetch, openEngine, type PagefindModule, type ReadFile } from "./engine.ts";
import type { Manifest } from "../format/manifest.ts";
import { openPublicEngine, watchedFetch, type PublicPagefind } from "./publicEngine.ts";
import { openSearch, type Search } from "./search.ts";
import { loadPagefind } from "../write/loadPagefind.ts";

/** What a server would answer for a file. */
const fileFetch: typeof fetch = (input) => {
  const address = input instanceof Request ? input.url : input.toString();
  return Promise.resolve(new Response(readFileSync(fileURLToPath(address.split("?")[0] ?? ""))));
};

/**
 * Opens a built search the way a browser does, with files instead of requests.
 *
 * @param damaged files that cannot be read
 * @param instead what is read in place of a file; null: the file itself
 */
export function openBuilt(
  folder: string,
  damaged: (path: string) => boolean = () => false,
  instead: (path: string) => Buffer | null = () => null,
  limits: ReadingLimits = usualLimits,
): { manifest: Manifest; search: Search } {
  const read: ReadFile = async (path) => {
    if (damaged(path)) throw new Error(`Damaged: ${path}`);
    const bytes = instead(path) ?? readFileSync(join(folder, path));
    return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
  };
  const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) as Manifest;
  const search = openSearch({
    manifest,
    read,
    limits,
    marks: async () =>
      allMarks(
        manifest,
        (JSON.parse(new TextDecoder().decode(await read("companion.json"))) as Companion).blocks,
        read,
      ),
    engine: async () => {
      const failures: unknown[] = [];
      const moduleIn = (path: string, fetch: typeof globalThis.fetch): Promise<unknown> =>
        loadPagefind(join(folder, path, "pagefind.js"), fetch);
      if (manifest.engine.interface === "public") {
        return openPublicEngine(
          async (shard) => (await moduleIn(shard.folder, watchedFetch(fileFetch, failures))) as PublicPagefind,
          failures,
        );
      }
      const indexFetch = engineFetch(
        read,
        manifest.shards,
        `${manifest.engine.folder}/engine.pagefind`,
        failures,
        fileFetch,
      );
      return openEngine((await moduleIn(manifest.engine.folder, indexFetch)) as PagefindModule, failures);
    },
  });
  return { manifest, search };
}
