import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { readSettings } from "../src/settings/readSettings.ts";
import { prepareEdition } from "./flow/prepareEdition.ts";
import { terminalProgress } from "./flow/progress.ts";
import { runCommand } from "./flow/runCommand.ts";

// npm run check -- [--data DIR]: everything up to the gate, and the report; nothing is built.
const { values } = parseArgs({ options: { data: { type: "string", default: "data" } } });

await runCommand(values.data, async (printReport) => {
  const settings = await readSettings(resolve(values.data));
  const work = await mkdtemp(join(tmpdir(), "otklik-check-"));
  await prepareEdition(settings, work, null, terminalProgress(), printReport);
});
