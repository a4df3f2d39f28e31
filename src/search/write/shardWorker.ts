import { workerData } from "node:worker_threads";
import type { PublicAppeal } from "../../model/appeal.ts";
import { readLines } from "./appealLines.ts";
import { closePagefind } from "./pagefindIndex.ts";
import { openShardCache } from "./shardCache.ts";
import { byReceipt } from "./shardRecords.ts";
import { writeShard, type ShardSettings, type WrittenShard } from "./writeShard.ts";
import { threadTask } from "../../system/threadTask.ts";

/** A thread that builds shards: gets the places of a shard's appeals in the edition's file, answers with the shard. */
export interface ShardJob {
  number: number;
  starts: Float64Array;
  sizes: Uint32Array;
  /** Which part of the appeals in order of receipt, where a day was too big. */
  part: { from: number; to: number } | null;
}

export interface ShardAnswer extends WrittenShard {
  number: number;
}

export interface ShardThread {
  file: string;
  settings: ShardSettings;
  cacheDir: string;
  outDir: string;
}

const { file, settings, cacheDir, outDir } = workerData as ShardThread;
const cache = openShardCache(cacheDir);

export default threadTask(async ({ number, starts, sizes, part }: ShardJob): Promise<ShardAnswer> => {
  const lines = await readLines({ file, starts, sizes });
  const all = lines.map((line) => JSON.parse(line.toString("utf8")) as PublicAppeal);
  const appeals = part === null ? all : all.toSorted(byReceipt).slice(part.from, part.to);
  try {
    return { number, ...(await writeShard(appeals, settings, cache, outDir)) };
  } finally {
    await closePagefind();
  }
});
