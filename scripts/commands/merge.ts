import { resolve } from "node:path";
import { folderDestination } from "../../src/flow/destination.ts";
import { publishPortal } from "../../src/flow/publishPortal.ts";
import { command } from "./command.ts";

/** Builds the portal of what its shards have worked out: the same as `build`, byte for byte. */
export const merge = command({
  name: "merge",
  options: {
    shards: { kind: "text", value: "DIR" },
    data: { kind: "text", value: "DIR", usual: "data" },
    out: { kind: "text", value: "DIR", usual: "dist" },
    "new-ids": { kind: "flag" },
    "new-memory": { kind: "flag" },
  },
  examples: ["--shards /shared/shards --data my --out my-site"],
  portalOf: ({ data }) => data,
  faultOf: ({ shards }) =>
    shards === undefined ? { fault: "option-missing", names: { option: "--shards DIR" } } : null,
  run: async ({ shards, data, out, "new-ids": newIds, "new-memory": newMemory }, _, { report, progress, words }) => {
    if (shards === undefined) throw new TypeError("faultOf lets nothing pass that has no shards");
    const { facts } = await publishPortal(resolve(data), folderDestination(resolve(out)), progress, report, {
      key: null,
      compress: false,
      meant: { newIds, newMemory },
      shards: resolve(shards),
    });
    console.log(words.say("build.done", { out, date: facts.edition.date }));
  },
});
