import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gunzipSync } from "node:zlib";
import { engineFetch, openEngine, type PagefindModule, type ReadFile } from "../../../src/site/search/engine.ts";
import { type Manifest } from "../../../src/site/search/manifest.ts";
import { openSearch, type Search } from "../../../src/site/search/search.ts";

/** Opens a built search the way a browser does, with files instead of requests. */
export function openBuilt(folder: string, damaged: (path: string) => boolean = () => false): { manifest: Manifest; search: Search } {
  const read: ReadFile = async (path) => {
    if (damaged(path)) throw new Error(`Damaged: ${path}`);
    const bytes = readFileSync(join(folder, path));
    return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
  };
  const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) as Manifest;
  const search = openSearch({
    manifest,
    read,
    indexFiles: async (shard) => ({ ...shard, files: JSON.parse(readFileSync(join(folder, shard.folder, "files.json"), "utf8")) }),
    engine: async (shards) => {
      const failures: unknown[] = [];
      globalThis.fetch = engineFetch(read, shards, `${manifest.engine.folder}/engine.pagefind`, failures, globalThis.fetch);
      const module = (await import(pathToFileURL(join(folder, manifest.engine.folder, "pagefind.js")).href)) as PagefindModule;
      return openEngine(module, failures);
    },
  });
  return { manifest, search };
}
