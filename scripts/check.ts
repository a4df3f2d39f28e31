import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { reportAsJson } from "../src/report/renderReport.ts";
import { readSettings } from "../src/settings/readSettings.ts";
import { untilInterrupted } from "./flow/outputFolder.ts";
import { prepareEdition } from "./flow/prepareEdition.ts";
import { runCommand } from "./flow/runCommand.ts";
import { readOptions } from "./flow/readOptions.ts";

// npm run check -- [--data DIR] [--json]: everything up to the gate, and the report, in words or as JSON; nothing is built.
const { values } = readOptions({ options: { data: { type: "string", default: "data" }, json: { type: "boolean", default: false } } });

await runCommand(values.data, async ({ report, progress }) => {
  const settings = await readSettings(resolve(values.data));
  const work = await mkdtemp(join(tmpdir(), "otklik-check-"));
  try {
    await untilInterrupted([work], () => prepareEdition(settings, work, null, progress, values.json ? (input) => console.log(reportAsJson(input)) : report));
  } finally {
    await rm(work, { recursive: true, force: true });
  }
});
