import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { expect, onTestFinished, test } from "vitest";
import { appealColumns } from "../../src/codebook/appealColumns.ts";
import type { PublicAppeal } from "../../src/model/appeal.ts";
import { appealPartitions } from "../../src/publish/downloads/appealPartitions.ts";
import { appealRows } from "../../src/publish/downloads/appealTable.ts";
import { fileSections } from "../../src/publish/verify/fileSections.ts";
import { parquetTexts } from "../../src/publish/verify/parquetTexts.ts";
import { machineCsv } from "../../src/words/csv.ts";
import { exampleFacts } from "../words/exampleFacts.ts";
import { appeal } from "../search/write/sampleAppeals.ts";

const facts = exampleFacts();
const appeals: PublicAppeal[] = Array.from({ length: 9000 }, (_, at) =>
  appeal({
    id: `id${at}`,
    received: at % 3 === 0 ? `2025-0${1 + (at % 9)}-11` : `2026-0${1 + (at % 9)}-11T09:30+03:00`,
    text: at % 5 === 0 ? null : `Во дворе «яма» № ${at}; = "глубокая"\nи длинная, ${"как река ".repeat(at % 40)}`,
    rating: at % 7 === 0 ? 4 : null,
    closingDays: at % 2 === 0 ? at / 7 : null,
  }),
);

function written(groupSize: number): { folder: string; files: { path: string; rows: number }[] } {
  const folder = mkdtempSync(join(tmpdir(), "otklik-parquet-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const partitions = appealPartitions(folder);
  const row = appealRows(facts);
  for (let from = 0; from < appeals.length; from += groupSize) {
    const group = appeals.slice(from, from + groupSize);
    partitions.write(group, group.map(row));
  }
  return { folder, files: partitions.close() };
}

test("DuckDB finds in the partitions by year every row that the CSV has, with the same cells and types", async () => {
  const { folder, files } = written(2000);
  expect(files).toEqual([
    { path: "parquet/appeals/year=2025/part-0.parquet", rows: 3000 },
    { path: "parquet/appeals/year=2026/part-0.parquet", rows: 6000 },
  ]);
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  const source = `read_parquet('${folder}/parquet/appeals/*/*.parquet', hive_partitioning = true)`;
  const all = await connection.runAndReadAll(`SELECT * EXCLUDE (year) FROM ${source} ORDER BY CAST(id[3:] AS INTEGER)`);
  const types = all.columnTypes().map(String);
  const names = all.columnNames();
  expect(names).toEqual(appealColumns.map(({ name }) => name));
  expect(["dates_to_week", "rating", "closing_days", "text"].map((name) => types[names.indexOf(name)])).toEqual([
    "BOOLEAN",
    "INTEGER",
    "DOUBLE",
    "VARCHAR",
  ]);
  const read = all.getRows().map((row) => row.map((cell) => (cell === true ? "yes" : cell === false ? "no" : cell)));
  expect(machineCsv(read as (string | number | null)[][])).toBe(machineCsv(appeals.map(appealRows(facts))));
  const years = await connection.runAndReadAll(
    `SELECT year, count(*)::INTEGER FROM ${source} WHERE received < '2026' GROUP BY year`,
  );
  expect(years.getRows().map((row) => row.map(Number))).toEqual([[2025, 3000]]);
  connection.closeSync();
  instance.closeSync();
});

test("the same appeals make the same bytes, whatever groups they come in", () => {
  const [one, other] = [written(2000), written(777)];
  for (const { path } of one.files)
    expect(readFileSync(join(one.folder, path)).equals(readFileSync(join(other.folder, path))), path).toBe(true);
});

test("the last look reads every text of a Parquet file", () => {
  const { folder, files } = written(2000);
  const path = files[1]!.path;
  const bytes = readFileSync(join(folder, path));
  const read = new Set(parquetTexts(bytes));
  const missed = appeals
    .filter(({ received }) => received.startsWith("2026"))
    .flatMap(({ text, id }) => [text, id])
    .filter((cell) => cell !== null && !read.has(cell));
  expect(missed).toEqual([]);
  expect(read.has("agency_name")).toBe(true);
  expect([...fileSections(path, bytes)!.plain].length).toBeGreaterThan(6000);
});
