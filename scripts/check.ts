import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { PERSONAL_DATA_CLASSES } from "../src/privacy/classes.ts";
import { renderMasks } from "../src/report/renderMasks.ts";
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
    const { passed } = await untilInterrupted([work], () => prepareEdition(settings, work, null, progress, values.json ? (input) => console.log(reportAsJson(input)) : report));
    const { language } = settings.portal;
    const titles = new Map(PERSONAL_DATA_CLASSES.map(({ id, mask }) => [id as string, mask[language]]));
    if (!values.json && settings.portal.appeals === "full") console.log(renderMasks(passed.report.masked, passed.report.maskedDoubtful, titles, language));
  } finally {
    await rm(work, { recursive: true, force: true });
  }
});
