import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { BuildStop } from "../../src/model/buildStop.ts";
import type { Portal } from "../../src/model/portal.ts";
import type { Vocabulary } from "../../src/model/vocabulary.ts";
import { readTranslations } from "../../src/settings/readTranslations.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "otklik-languages-"));
  await mkdir(join(folder, "languages"));
});
afterEach(() => rm(folder, { recursive: true }));

const portal = { language: "ru", otherLanguages: ["en"] } as unknown as Portal;
const vocabulary: Vocabulary = {
  agencies: [{ code: "gzhi", name: "Жилинспекция", short: "ГЖИ", kind: "executive", aliases: [] }],
  topics: [],
  places: [],
  outcomes: [],
  channels: [],
};
const region = "region: { name: Kitezh, in: in Kitezh, of: of Kitezh }\n";

async function stopOf(yaml: string | null): Promise<BuildStop> {
  if (yaml !== null) await writeFile(join(folder, "languages", "en.yaml"), yaml);
  const outcome = await readTranslations(folder, portal, vocabulary).catch((error: unknown) => error);
  expect(outcome).toBeInstanceOf(BuildStop);
  return outcome as BuildStop;
}

test("a further language has its names read", async () => {
  await writeFile(
    join(folder, "languages", "en.yaml"),
    `${region}agencies:\n  gzhi: { name: Housing Inspectorate, short: Inspectorate }\n`,
  );
  const { en } = await readTranslations(folder, portal, vocabulary);
  expect(en?.agencies["gzhi"]).toEqual({ name: "Housing Inspectorate", short: "Inspectorate" });
  expect(en?.region.of).toBe("of Kitezh");
});

test("a portal of one language needs no names in another", async () => {
  expect(await readTranslations(folder, { ...portal, otherLanguages: ["ru"] }, vocabulary)).toEqual({});
});

test("a further language without its file stops the build", async () => {
  expect((await stopOf(null)).code).toBe("SETTINGS_MISSING");
});

test("a missing name of the region and an unknown key stop the build with their line", async () => {
  const { details } = await stopOf("agenices: {}\n");
  expect(details["problems"]).toMatch(/languages\/en\.yaml:1: agenices/u);
  expect(details["problems"]).toMatch(/region/u);
});

test("a code that the vocabulary does not have stops the build: its name would be lost without a word", async () => {
  const { code, details } = await stopOf(
    `${region}agencies:\n  gzih: { name: Housing Inspectorate, short: Inspectorate }\n`,
  );
  expect(code).toBe("SETTINGS_INVALID");
  expect(details["problems"]).toBe("languages/en.yaml: agencies.gzih");
});
