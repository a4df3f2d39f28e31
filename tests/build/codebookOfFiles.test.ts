import { closeSync, openSync, readdirSync, readSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { expect, inject, test } from "vitest";
import { namesOf } from "../../src/codebook/column.ts";
import { tables, type Table, type TableName } from "../../src/codebook/tables.ts";

/** Every CSV of the demonstration portal is a table of the codebook: its columns, in its order. */

const site = inject("demoSite");

/** Forms that registers of open data prescribe: their columns are told by the standard and by structure-*.csv itself. */
const prescribed = /^opendata\/(?:list|[^/]+\/(?:meta|structure-\d+))\.csv$/u;

/** The first line of a file, without what spreadsheets need before it. */
function headerOf(path: string, delimiter: string): string[] {
  const file = openSync(path, "r");
  const piece = Buffer.alloc(40_000);
  const text = piece.toString("utf8", 0, readSync(file, piece, 0, piece.length, 0)).replace(/^\uFEFF/u, "");
  closeSync(file);
  return Papa.parse<string[]>(text, { delimiter, preview: 1 }).data[0]!;
}

const isOfChart = (path: string): boolean => /(?:^|\/)charts\//u.test(path);

/** The table that a file is, by its name; those of press kits are cut out of the portal's own. */
function tableOfFile(path: string): TableName {
  const stem = /([^/]+?)(?:-excel)?\.csv$/u.exec(path)![1]!;
  if (isOfChart(path)) return "charts";
  if (path.startsWith("opendata/")) return "figures";
  if (path.startsWith("press/") && stem === "figures") return "agencies";
  return stem as TableName;
}

const files = readdirSync(site, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".csv") && !prescribed.test(path))
  .map((path) => path.replace(/^en\//u, ""))
  .sort();

test("no file of figures is without a codebook", () => {
  expect(files.length).toBeGreaterThan(100);
  const strange = files.filter((path) => !(tableOfFile(path) in tables));
  expect(strange).toEqual([]);
  const own = files.filter((path) => !isOfChart(path));
  const faults = own.flatMap((path) => {
    const { columns }: Table = tables[tableOfFile(path)];
    const isExcel = path.endsWith("-excel.csv");
    const header = headerOf(join(site, path), isExcel ? ";" : ",");
    const isIt = isExcel
      ? header.length === columns.length && new Set(header).size === columns.length
      : header.join() === namesOf(columns).join();
    return isIt ? [] : [path];
  });
  expect(faults).toEqual([]);
});

test("a table for programs has one for people beside it", () => {
  const all = new Set(files);
  const alone = files.filter(
    (path) =>
      /^(?:data|overdue)\//u.test(path) && !path.endsWith("-excel.csv") && !all.has(path.replace(".csv", "-excel.csv")),
  );
  expect(alone).toEqual([]);
});
