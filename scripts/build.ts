import { resolve } from "node:path";
import { folderDestination } from "./flow/destination.ts";
import { publishPortal } from "./flow/publishPortal.ts";
import { runCommand } from "./flow/runCommand.ts";
import { readOptions } from "./flow/readOptions.ts";

// npm run build -- [--data DIR] [--out DIR] [--new-ids]: builds the portal of a data folder.
const { values } = readOptions({ options: { data: { type: "string", default: "data" }, out: { type: "string", default: "dist" }, "new-ids": { type: "boolean", default: false } } });

await runCommand(values.data, async ({ report, progress, words }) => {
  const { facts } = await publishPortal(resolve(values.data), folderDestination(resolve(values.out)), progress, report, { key: null, compress: false, newIds: values["new-ids"] });
  console.log(words.say("build.done", { out: values.out, date: facts.edition.date }));
});
