import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { indexAppealsFile, type IndexedAppeals } from "../../../src/search/write/indexAppeals.ts";
import type { PublicAppeal } from "../../../src/model/appeal.ts";
import { buildSearchIndex } from "../../../src/search/write/buildSearchIndex.ts";
import { names, sample } from "./sampleAppeals.ts";

const folder = mkdtempSync(join(tmpdir(), "shards-"));
const edition = { names, language: "ru" as const, edition: "2026-03-31" };
const cache = join(folder, "cache");
let first: IndexedAppeals;

/** Writes an edition's file, newest first, and indexes it in shards of three. */
async function index(out: string, appeals: readonly PublicAppeal[]): Promise<IndexedAppeals> {
  const file = join(folder, `${out}.ndjson`);
  writeFileSync(
    file,
    appeals
      .toReversed()
      .map((appeal) => `${JSON.stringify(appeal)}\n`)
      .join(""),
  );
  return indexAppealsFile(file, { ...edition, outDir: join(folder, out) }, cache, { shardSize: 3 });
}

function bytes(out: string): Map<string, string> {
  return new Map(
    readdirSync(join(folder, out), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [file.slice(join(folder, out).length + 1), readFileSync(file).toString("base64")]),
  );
}

beforeAll(async () => {
  first = await index("first", sample);
});
afterAll(() => rmSync(folder, { recursive: true }));

test("the index read shard by shard from the file is the one built from appeals at hand", async () => {
  await buildSearchIndex({ ...edition, appeals: sample, outDir: join(folder, "hand"), shardSize: 3 });
  expect(bytes("first")).toEqual(bytes("hand"));
  expect(first).toMatchObject({ built: 3, taken: 0 });
});

test("an edition that changes outcomes and ratings alone builds no index", async () => {
  const changed = sample.map((appeal) =>
    appeal.id === "a8"
      ? { ...appeal, outcome: "acted" as const }
      : appeal.id === "a1"
        ? { ...appeal, rating: 5 as const }
        : appeal,
  );
  const next = await index("outcomes", changed);
  expect(next).toMatchObject({ built: 0, taken: 3 });
  expect(next.manifest.shards.map(({ folder: shard }) => shard)).toEqual(
    first.manifest.shards.map(({ folder: shard }) => shard),
  );
  // The words are all as they were; the outcome is in other records, the rating in other details.
  const named = (out: string, part: string): string[] =>
    [...bytes(out)].filter(([path]) => path.startsWith(part)).map(([path, content]) => `${path} ${content}`);
  for (const part of ["shard-", "lists-", "words-"]) {
    expect(named("first", part).length).toBeGreaterThan(0);
    expect(named("outcomes", part)).toEqual(named("first", part));
  }
  expect(next.manifest.shards.map(({ records }, at) => records === first.manifest.shards[at]?.records)).toEqual([
    true,
    true,
    false,
  ]);
  expect(named("outcomes", "details-")).not.toEqual(named("first", "details-"));
  await index("back", sample);
  expect(bytes("back")).toEqual(bytes("first"));
});

test("shards whose appeals did not change are taken over byte for byte, the others are built", async () => {
  const changed = sample.map((appeal) => (appeal.id === "a8" ? { ...appeal, text: "Готовые решения" } : appeal));
  const next = await index("next", changed);
  expect(next).toMatchObject({ built: 1, taken: 2 });
  const [before, after] = [bytes("first"), bytes("next")];
  for (const { folder: shard, records } of first.manifest.shards.slice(0, -1))
    for (const [path, content] of before)
      if (path.startsWith(shard) || path.startsWith(records)) expect(after.get(path)).toBe(content);
  expect(next.manifest.shards.at(-1)?.folder).not.toBe(first.manifest.shards.at(-1)?.folder);
  expect(next.manifest.shards.at(-1)?.records).not.toBe(first.manifest.shards.at(-1)?.records);
  // An index and records of each of three shards; what this edition does not use is gone.
  expect(readdirSync(cache).sort()).toHaveLength(6);
});

test("the words of appeals stay out of the site but for the vocabulary", () => {
  expect(
    [...bytes("first").keys()].filter(
      (path) => path.includes("kept") || path.endsWith(".txt") || path.endsWith(".numbers"),
    ),
  ).toEqual([]);
});

const damages = ["words.pf_table", "words.txt", "appeals.numbers", "columns.columns"];

test.each(damages)("an entry of the cache whose %s is damaged is built again", async (damaged) => {
  await index(`whole-${damaged}`, sample);
  const file = readdirSync(cache, { recursive: true, encoding: "utf8" }).find((path) => path.endsWith(damaged)) ?? "";
  const copy = readFileSync(join(cache, file));
  // Not through the link: the site's own file stays as it is.
  rmSync(join(cache, file));
  writeFileSync(join(cache, file), copy);
  truncateSync(join(cache, file), 20);
  const again = await index(`again-${damaged}`, sample);
  expect(again.built).toBe(damaged === "columns.columns" ? 0 : 1);
  expect(bytes(`again-${damaged}`)).toEqual(bytes("first"));
});

test("a line that is no appeal stops the build and does not say what stands in it", async () => {
  const file = join(folder, "first.ndjson");
  appendFileSync(file, '{"id":"secret"}\n');
  await expect(
    indexAppealsFile(file, { ...edition, outDir: join(folder, "none") }, cache, { shardSize: 3 }),
  ).rejects.toThrow(/^Line 9 .* no day of receipt$/);
});
