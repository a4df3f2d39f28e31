import { fingerprint } from "../../privacy/fingerprint.ts";

/** One of the parts into which a portal's appeals are dealt out, for as many machines as there are. */
export interface Shard {
  /** Which of them, from 1. */
  readonly only: number;
  readonly of: number;
}

/** More parts than this cost more in starting than they spare in work. */
export const mostShards = 9999;

/** Reads a shard as it is written on the command line: "3/64". @returns null where it is none */
export function readShard(written: string): Shard | null {
  const [, only, of] = (/^([1-9]\d{0,3})\/([1-9]\d{0,3})$/u.exec(written) ?? []).map(Number);
  return only === undefined || of === undefined || only > of ? null : { only, of };
}

/** In which shard an appeal lies, from 1: told by its source and its number alone, so that all its rows, of whatever edition, lie in one. */
export function shardOf({ source, id }: { source: string; id: string }, of: number): number {
  return (fingerprint(`${source}\u0000${id}`) % of) + 1;
}
