import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { indexAppealsFile, type IndexedAppeals } from "../../scripts/flow/indexAppeals.ts";
import { type PublicAppeal } from "../../src/model/appeal.ts";
import { buildSearchIndex } from "../../src/publish/search/buildSearchIndex.ts";
import { names, sample } from "../publish/search/sampleAppeals.ts";

const folder = mkdtempSync(join(tmpdir(), "shards-"));
const edition = { names, language: "ru" as const, edition: "2026-03-31" };
const cache = join(folder, "cache");
let first: IndexedAppeals;

/** Writes an edition's file, newest first, and indexes it in shards of three. */
async function index(out: string, appeals: readonly PublicAppeal[]): Promise<IndexedAppeals> {
  const file = join(folder, `${out}.ndjson`);
  writeFileSync(file, appeals.toReversed().map((appeal) => `${JSON.stringify(appeal)}\n`).join(""));
  return indexAppealsFile(file, { ...edition, outDir: join(folder, out) }, cache, 3);
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
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

test("the index read shard by shard from the file is the one built from appeals at hand", async () => {
  await buildSearchIndex({ ...edition, appeals: sample, outDir: join(folder, "hand"), shardSize: 3 });
  expect(bytes("first")).toEqual(bytes("hand"));
  expect(first).toMatchObject({ built: 3, taken: 0 });
});

test("shards whose appeals did not change are taken over byte for byte, the others are built", async () => {
  const changed = sample.map((appeal) => (appeal.id === "a8" ? { ...appeal, outcome: "acted" as const } : appeal));
  const next = await index("next", changed);
  expect(next).toMatchObject({ built: 1, taken: 2 });
  const [before, after] = [bytes("first"), bytes("next")];
  for (const { folder: shard, records } of first.manifest.shards.slice(0, -1))
    for (const [path, content] of before) if (path.startsWith(shard) || path.startsWith(records)) expect(after.get(path)).toBe(content);
  // Its words are as they were: only its records have another address.
  expect(next.manifest.shards.at(-1)?.folder).toBe(first.manifest.shards.at(-1)?.folder);
  expect(next.manifest.shards.at(-1)?.records).not.toBe(first.manifest.shards.at(-1)?.records);
  expect(readdirSync(cache).sort()).toHaveLength(3);
});

test("a damaged entry of the cache is built again", async () => {
  const [entry = ""] = readdirSync(cache);
  const shard = readdirSync(join(cache, entry)).find((name) => name.startsWith("shard-")) ?? "";
  const table = join(cache, entry, shard, "words.pf_table");
  const copy = readFileSync(table);
  rmSync(table);
  writeFileSync(table, copy);
  truncateSync(table, 20);
  const again = await index("again", sample);
  expect(again.built).toBeGreaterThan(0);
  expect(bytes("again")).toEqual(bytes("first"));
});

test("a line that is no appeal stops the build and does not say what stands in it", async () => {
  const file = join(folder, "first.ndjson");
  appendFileSync(file, '{"id":"secret"}\n');
  await expect(indexAppealsFile(file, { ...edition, outDir: join(folder, "none") }, cache, 3)).rejects.toThrow(/^Line 9 .* no day of receipt$/);
});
