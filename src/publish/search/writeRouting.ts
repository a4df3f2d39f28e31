import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { encodeRoutes, numberOfWord, placeOfNumber, routingFile, wordsInRoutingFile, type Route, type RoutingIndex } from "../../site/search/routing.ts";
import { sealed } from "../../site/search/sealed.ts";
import { nameOfContents } from "./shardRecords.ts";
import { writeOnce } from "./writeOnce.ts";

export interface RoutingWriter {
  /** Takes a stem once, with the shards that have it, in order. */
  add: (stem: string, shards: readonly number[]) => void;
  /** Writes the files; null where there is nothing to choose from. */
  finish: () => RoutingIndex | null;
}

/** Words of the same number share their shards. */
function withoutDoubles(routes: readonly { rest: number; shards: readonly number[] }[], shardCount: number): Route[] {
  const together = new Map<number, readonly number[]>();
  for (const { rest, shards } of routes) {
    const known = together.get(rest);
    together.set(rest, known === undefined ? shards : [...new Set([...known, ...shards])].sort((a, b) => a - b));
  }
  return [...together].map(([rest, shards]): Route => ({ rest, shards: shards.length === shardCount ? "all" : shards })).sort((a, b) => a.rest - b.rest);
}

/** Writes which shards have a word. */
export function routingWriter(shardCount: number, outDir: string): RoutingWriter {
  const numbers: number[] = [];
  // Most words stand in one shard: a bare number then, so that millions fit in memory.
  const lists: (number | readonly number[])[] = [];
  return {
    add(stem, shards) {
      if (shardCount < 2) return;
      numbers.push(numberOfWord(stem));
      lists.push(shards.length === 1 ? (shards[0] ?? 0) : shards);
    },
    finish() {
      if (shardCount < 2) return null;
      const count = Math.max(1, Math.ceil(numbers.length / wordsInRoutingFile));
      const words = Array.from({ length: count }, (): number[] => []);
      for (const [at, number] of numbers.entries()) words[placeOfNumber(number, count).file]?.push(at);
      const files = words.map((mine) =>
        encodeRoutes(
          withoutDoubles(
            mine.map((at) => {
              const list = lists[at] ?? [];
              return { rest: placeOfNumber(numbers[at] ?? 0, count).rest, shards: typeof list === "number" ? [list] : list };
            }),
            shardCount,
          ),
        ),
      );
      const index: RoutingIndex = { folder: `routing-${nameOfContents(...files)}`, files: count };
      for (const [number, file] of files.entries()) {
        const path = routingFile(index, number);
        writeOnce(join(outDir, path), gzipSync(sealed(path, file), { level: 9 }));
      }
      return index;
    },
  };
}
