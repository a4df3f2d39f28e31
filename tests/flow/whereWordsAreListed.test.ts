import { expect, onTestFinished, test } from "vitest";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { InputReport } from "../../src/report/renderReport.ts";
import { prepareEdition } from "../../src/flow/prepareEdition.ts";
import { readSettings } from "../../src/settings/readSettings.ts";
import { makePortal } from "./portal.ts";

const described =
  "title: Письма\nfiles: ['*.csv']\ncolumns: { id: id, received: received, outcome: status, channel: way }\n";
const csv = "id,received,status,way\n1,2026-10-01,Передано наверх,голубь\n2,2026-10-02,Closed,letter\n";

test.each([
  [
    "as comments that inspect left",
    `${described}\n# Слова\n# outcomes:\n#   "Передано наверх":\n`,
    { key: "outcomes", description: "sources/register.yaml", offered: true },
  ],
  ["nowhere yet", described, { key: "outcomes", description: "sources/register.yaml" }],
])("a word that no list has leads to the description where the words stand %s", async (_, source, words) => {
  const folder = await makePortal(source, { "2026-10-31/a.csv": csv });
  onTestFinished(() => rm(folder, { recursive: true }));
  const reports: Pick<InputReport, "findings">[] = [];
  await prepareEdition({
    settings: await readSettings(folder),
    workDir: join(folder, "work"),
    editionDir: null,
    progress: { stage: (_, run) => run(() => undefined) },
    onReport: (report) => void reports.push(report),
  });
  const told = reports.flatMap(({ findings }) => findings);
  expect(told.find(({ code }) => code === "OUTCOME_UNLISTED")?.words).toEqual(words);
  expect(told.find(({ code }) => code === "CHANNEL_UNLISTED")?.words).toEqual({
    key: "channels",
    description: "sources/register.yaml",
  });
  expect(JSON.stringify(told)).not.toMatch(/наверх|голубь/);
});
