import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { appealsFile, factsFile } from "../../src/edition/editionFiles.ts";
import { readAppeals, readEditions, readFacts, type AppealShare } from "../../src/edition/readEdition.ts";

const folder = mkdtempSync(join(tmpdir(), "edition-"));
const ids = Array.from({ length: 4500 }, (_, at) => `a${at}`);
writeFileSync(join(folder, appealsFile), ids.map((id) => `${JSON.stringify({ id })}\n`).join(""));

function idsOf(share?: AppealShare): string[] {
  const found: string[] = [];
  for (const group of readAppeals(folder, share)) found.push(...group.map(({ id }) => id));
  return found;
}

afterAll(() => rmSync(folder, { recursive: true }));

test("appeals are read in their order, and each stands in exactly one of the shares", () => {
  expect(idsOf()).toEqual(ids);
  const shares = [idsOf({ number: 0, of: 2 }), idsOf({ number: 1, of: 2 })];
  expect(shares.map((share) => share.length)).toEqual([2500, 2000]);
  expect(shares.flat().sort()).toEqual([...ids].sort());
  expect(idsOf({ number: 3, of: 4 })).toEqual([]);
});

test("facts that break the contract are named by file and field, never by value", () => {
  writeFileSync(join(folder, factsFile), JSON.stringify({ schema: 1, portal: { title: 17 } }));
  expect(() => readFacts(folder)).toThrow(/^facts\.json breaks the contract of the edition:[\s\S]*portal\.title/);
  expect(() => readFacts(folder)).not.toThrow(/17/);
});

test("a folder without a list of editions knows of none", () => {
  expect(readEditions(folder).editions).toEqual([]);
});
