import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { reportAsJson } from "../../src/report/renderReport.ts";
import { readSettings } from "../../src/settings/readSettings.ts";
import { untilInterrupted } from "../flow/outputFolder.ts";
import { prepareEdition } from "../flow/prepareEdition.ts";
import { command } from "./command.ts";

/** Everything up to the gate, and the report, in words or as JSON; nothing is built. */
export const check = command({
  name: "check",
  options: { data: { kind: "text", value: "DIR", usual: "data" }, json: { kind: "flag" } },
  examples: ["--data my", "--data my --json"],
  portalOf: ({ data }) => data,
  run: async ({ data, json }, _, { report, progress }) => {
    const settings = await readSettings(resolve(data));
    const work = await mkdtemp(join(tmpdir(), "otklik-check-"));
    try {
      await untilInterrupted([work], () => prepareEdition(settings, work, null, progress, json ? (input) => console.log(reportAsJson(input)) : report));
    } finally {
      await rm(work, { recursive: true, force: true });
    }
  },
});
