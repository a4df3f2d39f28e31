import { type ReadFile } from "./engine.ts";
import { once } from "./once.ts";
import { unsealed } from "./sealed.ts";

/**
 * Which shards have a word, so that a rare one is looked up where it is and one that is nowhere in none. The words are
 * spread over small files by a number made of their letters, and a file keeps the rest of that number instead of the
 * word: two words may have the same, then a shard is asked in vain (one lookup in some thousands). No shard that has a
 * word is ever left out.
 */
export interface RoutingIndex {
  /** Folder of the files 0.columns, 1.columns …, named for its contents. */
  folder: string;
  files: number;
}

/** Words in one file: about 2.5 kB packed. */
export const wordsInRoutingFile = 800;

/** More words than this narrow the shards down no further, and each is a file: the longest are the rarest. */
const mostRouted = 4;

/** The number of a word, 32 bits: FNV-1a over its characters, stirred so that neighbours fall far apart. */
export function numberOfWord(stem: string): number {
  let number = 0x811c9dc5;
  for (let at = 0; at < stem.length; at += 1) number = Math.imul(number ^ stem.charCodeAt(at), 0x01000193);
  number = Math.imul(number ^ (number >>> 15), 0x2c1b3c6d);
  number = Math.imul(number ^ (number >>> 12), 0x297a2d39);
  return (number ^ (number >>> 15)) >>> 0;
}

/** The file that a word's number belongs to, and what is kept of the number there. */
export function placeOfNumber(number: number, files: number): { file: number; rest: number } {
  return { file: number % files, rest: Math.floor(number / files) };
}

export function routingFile({ folder }: RoutingIndex, file: number): string {
  return `${folder}/${file}.columns`;
}

/** The rest of a word's number and its shards in order; "all" where every shard has it. */
export interface Route {
  rest: number;
  shards: readonly number[] | "all";
}

function writeNumbers(numbers: readonly number[]): Uint8Array {
  const bytes: number[] = [];
  for (const number of numbers) {
    let left = number;
    for (; left > 0x7f; left = Math.floor(left / 128)) bytes.push((left % 128) | 0x80);
    bytes.push(left);
  }
  return Uint8Array.from(bytes);
}

/** @param routes in order of their rests, none twice. What is alike stands together, which packs best */
export function encodeRoutes(routes: readonly Route[]): Uint8Array {
  const steps = (numbers: readonly number[]): number[] => numbers.map((number, at) => number - (numbers[at - 1] ?? 0));
  const lists = routes.map(({ shards }) => (shards === "all" ? [] : shards));
  return writeNumbers([routes.length, ...steps(routes.map(({ rest }) => rest)), ...lists.map(({ length }) => length), ...lists.flatMap(steps)]);
}

/** Reads what encodeRoutes wrote. @throws RangeError where the bytes are not as many as they say */
export function decodeRoutes(bytes: Uint8Array): Map<number, Route["shards"]> {
  let position = 0;
  const next = (): number => {
    for (let number = 0, weight = 1; position < bytes.length; weight *= 128) {
      const byte = bytes[position++] ?? 0;
      number += (byte & 0x7f) * weight;
      if (byte < 0x80) return number;
    }
    throw new RangeError("Routes of another length");
  };
  const sums = (length: number): number[] => {
    let sum = 0;
    return Array.from({ length }, () => (sum += next()));
  };
  const rests = sums(next());
  const lengths = rests.map(next);
  const routes = new Map(rests.map((rest, at) => [rest, lengths[at] === 0 ? "all" : sums(lengths[at] ?? 0)] as const));
  if (position !== bytes.length) throw new RangeError("Routes of another length");
  return routes;
}

/** Tells of a shard, by its place among all, whether it can have a hit. */
export type MayHit = (shard: number) => boolean;

/** @param index null: nothing is known of any word */
export function openRouting(index: RoutingIndex | null, read: ReadFile): (stems: ReadonlySet<string>) => Promise<MayHit> {
  if (index === null) return async () => () => true;
  const routesOf = once(async (file: number) => {
    const path = routingFile(index, file);
    return decodeRoutes(unsealed(path, await read(path)));
  });
  const shardsOf = async (stem: string): Promise<Route["shards"]> => {
    const { file, rest } = placeOfNumber(numberOfWord(stem), index.files);
    return (await routesOf(file)).get(rest) ?? [];
  };
  return async (stems) => {
    const longest = [...stems].sort((a, b) => b.length - a.length).slice(0, mostRouted);
    const lists = await Promise.all(longest.map(shardsOf));
    const sets = lists.filter((shards) => shards !== "all").map((shards) => new Set(shards));
    return (shard) => sets.every((shards) => shards.has(shard));
  };
}
