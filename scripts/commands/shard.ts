import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { mostShards, readShard } from "../../src/flow/shards/shardOf.ts";
import { workShard } from "../../src/flow/shards/workShard.ts";
import { untilInterrupted } from "../../src/system/outputFolder.ts";
import type { ArgumentFault } from "./argumentFault.ts";
import { command } from "./command.ts";

/** Works out one of the parts of a portal into a folder that the machines share. */
export const shard = command({
  name: "shard",
  options: {
    only: { kind: "text", value: "K/N" },
    to: { kind: "text", value: "DIR" },
    data: { kind: "text", value: "DIR", usual: "data" },
  },
  examples: ["--only 3/64 --data my --to /shared/shards"],
  portalOf: ({ data }) => data,
  faultOf: ({ only, to }): ArgumentFault | null => {
    const missing = only === undefined ? "--only K/N" : to === undefined ? "--to DIR" : null;
    if (missing !== null) return { fault: "option-missing", names: { option: missing } };
    return only !== undefined && readShard(only) === null
      ? { fault: "value-wrong", names: { option: "--only", range: `1/1, 1/2, 2/2 … ${mostShards}/${mostShards}` } }
      : null;
  },
  run: async ({ only = "", to, data }, _, { progress, words }) => {
    const asked = readShard(only);
    if (asked === null || to === undefined) throw new TypeError("faultOf lets no shard pass that is none");
    const workDir = await mkdtemp(join(tmpdir(), "otklik-shard-"));
    try {
      const { appeals, texts } = await untilInterrupted([workDir], () =>
        workShard(resolve(data), asked, { workDir, folder: resolve(to) }, progress),
      );
      console.log(
        words.say("shard.done", { shard: only, appeals: words.number(appeals), texts: words.number(texts), to }),
      );
    } finally {
      await rm(workDir, { recursive: true, force: true });
    }
  },
});
