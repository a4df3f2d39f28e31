import { resolve } from "node:path";
import { folderDestination } from "../../src/flow/destination.ts";
import { publishPortal } from "../../src/flow/publishPortal.ts";
import { command } from "./command.ts";

/** Builds the portal of a data folder. */
export const build = command({
  name: "build",
  options: {
    data: { kind: "text", value: "DIR", usual: "data" },
    out: { kind: "text", value: "DIR", usual: "dist" },
    "new-ids": { kind: "flag" },
    "new-memory": { kind: "flag" },
  },
  examples: ["--data my --out my-site"],
  portalOf: ({ data }) => data,
  run: async ({ data, out, "new-ids": newIds, "new-memory": newMemory }, _, { report, progress, words }) => {
    const { facts } = await publishPortal(resolve(data), folderDestination(resolve(out)), progress, report, {
      key: null,
      compress: false,
      meant: { newIds, newMemory },
    });
    console.log(words.say("build.done", { out, date: facts.edition.date }));
  },
});
