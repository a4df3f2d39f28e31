import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { prepareEdition } from "../../src/flow/prepareEdition.ts";
import type { Tell } from "../../src/flow/progress.ts";
import { indexAppeals } from "../../src/search/write/indexAppeals.ts";
import { BuildStop } from "../../src/model/buildStop.ts";
import type { StoredFacts } from "../../src/model/facts.ts";
import { PERSONAL_DATA_CLASSES } from "../../src/privacy/classes.ts";
import { writeDownloads } from "../../src/publish/downloads/writeDownloads.ts";
import { readStoredFacts } from "../../src/edition/readEdition.ts";
import { renderReport } from "../../src/report/renderReport.ts";
import { renderStop } from "../../src/report/renderStop.ts";
import { readSettings } from "../../src/settings/readSettings.ts";
import { canaries, type Canary } from "./canaries.ts";
import { makeCanaryPortal } from "./canaryPortal.ts";
import { contentsOf, found } from "./searchBytes.ts";

const silent = { stage: <Result>(_name: string, run: (tell: Tell) => Promise<Result>) => run(() => undefined) };

/** Runs the flow up to the edition; gives back everything it said. */
async function edition(data: string, out: string): Promise<string> {
  const said: string[] = [];
  try {
    const settings = await readSettings(data);
    await prepareEdition({
      settings,
      workDir: join(out, "work"),
      editionDir: join(out, "edition"),
      progress: silent,
      onReport: (report) => void said.push(renderReport(report, "ru"), JSON.stringify(report)),
    });
  } catch (error) {
    if (!(error instanceof BuildStop)) throw error;
    said.push(renderStop(error, "ru"), renderStop(error, "en"), JSON.stringify(error), String(error.stack));
  }
  return said.join("\n");
}

/** A few kinds of column; all of them are planted, and looked for in a whole site, in tests/build/canaries.test.ts. */
const columns = ["Номер", "Тема", "Муниципалитет", "Ведомство", "Текст", "Ответ", "Исполнитель"];

describe("canaries of every class planted in columns of every kind", () => {
  let folder: string;
  let planted: Canary[];
  let said: string;
  let facts: StoredFacts;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "otklik-canaries-"));
    planted = await makeCanaryPortal(join(folder, "data"), {}, columns);
    said = await edition(join(folder, "data"), join(folder, "out"));
    facts = readStoredFacts(join(folder, "out", "edition"));
    await writeDownloads(facts, join(folder, "out", "edition"), join(folder, "out", "site"));
    await indexAppeals(facts, {
      edition: join(folder, "out", "edition"),
      out: join(folder, "out", "search"),
      cache: join(folder, "out", "cache"),
    });
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test("are told apart by class and column, and can be found where nothing is masked", () => {
    expect(planted.length).toBe((columns.length + 1) * PERSONAL_DATA_CLASSES.length);
    for (const canary of canaries(3)) expect(found(canary.words, [canary]), canary.class).not.toEqual([]);
  });

  test("are in no file of the edition, the downloads and the search index", async () => {
    const leaks: string[] = [];
    let files = 0;
    for await (const { file, content } of contentsOf(join(folder, "out"))) {
      files++;
      leaks.push(...found(content, planted).map((leak) => `${file}: ${leak}`));
    }
    expect(files).toBeGreaterThan(20);
    expect(leaks).toEqual([]);
  });

  test("are in nothing that was said", () => {
    expect(said).toContain("register.csv");
    expect(found(said, planted)).toEqual([]);
  });

  test("were masked, each class of them", () => {
    expect(Object.keys(facts.edition.masked).sort()).toEqual(PERSONAL_DATA_CLASSES.map((rule) => rule.id).sort());
  });
});
