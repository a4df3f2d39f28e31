import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { loadPagefind } from "../../../src/search/write/loadPagefind.ts";
import { engineFetch, openEngine, type PagefindModule, type ReadFile } from "../../../src/search/read/engine.ts";
import type { Manifest } from "../../../src/search/format/manifest.ts";
import { openSearch, type Search } from "../../../src/search/read/search.ts";

/** What a visit has downloaded so far; every file once, as a browser keeps them. */
export interface Traffic {
  bytes: number;
  requests: number;
}

const weights = new Map<string, number>();

/** Bytes on the wire: packed files as they are, the rest as any host packs it. */
function weightOf(file: string): number {
  let weight = weights.get(file);
  if (weight === undefined) {
    const bytes = readFileSync(file);
    weight = bytes[0] === 0x1f && bytes[1] === 0x8b ? bytes.length : gzipSync(bytes, { level: 9 }).length;
    weights.set(file, weight);
  }
  return weight;
}

/** Opens a built search with the browser's own code in this process: a fresh visit, its downloads counted. */
export function openCounted(folder: string): { search: Search; traffic: Traffic; manifest: Manifest } {
  const traffic: Traffic = { bytes: 0, requests: 0 };
  const loaded = new Set<string>();
  const count = (path: string): string => {
    const file = join(folder, path);
    if (!loaded.has(path)) {
      loaded.add(path);
      traffic.bytes += weightOf(file);
      traffic.requests += 1;
    }
    return file;
  };
  const read: ReadFile = async (path) => {
    const bytes = readFileSync(count(path));
    return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
  };
  const manifest = JSON.parse(readFileSync(count("manifest.json"), "utf8")) as Manifest;
  const search = openSearch({
    manifest,
    read,
    engine: async () => {
      const failures: unknown[] = [];
      const indexFetch = engineFetch(
        read,
        manifest.shards,
        `${manifest.engine.folder}/engine.pagefind`,
        failures,
        fetch,
      );
      return openEngine(
        (await loadPagefind(count(`${manifest.engine.folder}/pagefind.js`), indexFetch)) as PagefindModule,
        failures,
      );
    },
  });
  return { search, traffic, manifest };
}
