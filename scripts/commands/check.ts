import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { PERSONAL_DATA_CLASSES } from "../../src/privacy/classes.ts";
import { renderMasks } from "../../src/report/renderMasks.ts";
import { reportAsJson } from "../../src/report/renderReport.ts";
import { readSettings } from "../../src/settings/readSettings.ts";
import { untilInterrupted } from "../../src/system/outputFolder.ts";
import { prepareEdition } from "../../src/flow/prepareEdition.ts";
import { command } from "./command.ts";

/** Everything up to the gate, and the report, in words or as JSON; nothing is built. */
export const check = command({
  name: "check",
  options: {
    data: { kind: "text", value: "DIR", usual: "data" },
    json: { kind: "flag" },
    "new-ids": { kind: "flag" },
    "new-memory": { kind: "flag" },
  },
  examples: ["--data my", "--data my --json"],
  portalOf: ({ data }) => data,
  run: async ({ data, json, "new-ids": newIds, "new-memory": newMemory }, _, { report, progress, language }) => {
    const settings = await readSettings(resolve(data), { newIds, newMemory });
    const work = await mkdtemp(join(tmpdir(), "otklik-check-"));
    try {
      const { passed } = await untilInterrupted([work], () =>
        prepareEdition({
          settings,
          workDir: work,
          editionDir: null,
          progress,
          onReport: json ? (input) => console.log(reportAsJson(input)) : report,
        }),
      );
      const titles = new Map(PERSONAL_DATA_CLASSES.map(({ id, mask }) => [id as string, mask[language]]));
      if (!json && settings.portal.appeals === "full")
        console.log(renderMasks(passed.report.masked, passed.report.maskedDoubtful, titles, language));
    } finally {
      await rm(work, { recursive: true, force: true });
    }
  },
});
