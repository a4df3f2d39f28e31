import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { appealColumns, appealFields } from "../../src/codebook/appealColumns.ts";
import { codeLists } from "../../src/codebook/codeLists.ts";
import { namesOf, type Column } from "../../src/codebook/column.ts";
import { dimensionTables, tableNames, tables, type Table, type TableName } from "../../src/codebook/tables.ts";
import { columnTeller } from "../../src/codebook/tellColumn.ts";
import { publicAppealSchema } from "../../src/model/appeal.ts";
import type { StoredFacts } from "../../src/model/facts.ts";
import { appealHeader } from "../../src/publish/downloads/appealTable.ts";
import { codebookTable } from "../../src/publish/downloads/codebookTable.ts";
import { comparisonTable } from "../../src/publish/downloads/comparisonTable.ts";
import { remainingTable } from "../../src/publish/downloads/remainingTable.ts";
import { crossingTable } from "../../src/publish/downloads/crossingTable.ts";
import { shiftTable } from "../../src/publish/downloads/shiftTable.ts";
import { monthTable, subjectTable } from "../../src/publish/downloads/subjectTable.ts";
import { vocabularyTable } from "../../src/publish/downloads/vocabularyTable.ts";
import english from "../../src/strings/codebook.en.json" with { type: "json" };
import russian from "../../src/strings/codebook.ru.json" with { type: "json" };
import type { DownloadTable } from "../../src/words/csv.ts";
import { createVoice } from "../../src/words/language.ts";
import { exampleCrossings } from "../words/exampleCrossings.ts";
import { exampleShifts } from "../words/exampleShifts.ts";
import { comparedFacts } from "../charts/comparedFacts.ts";
import { exampleFacts } from "../words/exampleFacts.ts";

const facts = comparedFacts();
const made: [TableName, DownloadTable][] = [
  ...Object.entries(dimensionTables).map(([name, dimension]): [TableName, DownloadTable] => [
    name as TableName,
    subjectTable(facts, dimension),
  ]),
  ["months", monthTable(facts)],
  ["comparisons", comparisonTable(facts)],
  ["crossings", crossingTable(facts, exampleCrossings())],
  ["shifts", shiftTable({ ...facts, shifts: exampleShifts() })],
  ["remaining", remainingTable(facts as unknown as StoredFacts, exampleCrossings())],
  ["vocabulary", vocabularyTable(facts)],
  ["codebook", codebookTable(facts)],
];

/** Why a cell is not what its column says; null where it is. */
function fault(
  { type, codes, between, isCount, codesWhere, empty, unit }: Column,
  cell: string | number | null,
): string | null {
  if (cell === null || cell === "") return empty === "never" ? "empty" : null;
  if (codes !== undefined && between === undefined && !isCount && codesWhere === undefined)
    return (codeLists[codes] as readonly unknown[]).includes(cell) ? null : `code ${cell}`;
  if (type === "integer") return Number.isInteger(cell) ? null : "no whole number";
  if (type === "number")
    return typeof cell !== "number" ? "no number" : unit === "share" && (cell < 0 || cell > 1) ? "no share" : null;
  if (type === "date") return /^\d{4}-\d\d-\d\d$/.test(String(cell)) ? null : "no date";
  if (type === "month") return /^\d{4}-\d\d$/.test(String(cell)) ? null : "no month";
  return null;
}

describe.each(made)("%s", (name, { header, rows }) => {
  const { columns, key }: Table = tables[name];

  test("has the columns of the codebook, in its order", () => {
    expect(header).toEqual(namesOf(columns));
    expect(rows.length).toBeGreaterThan(0);
  });

  test("holds in every cell what the codebook says", () => {
    const faults = rows.flatMap((row) =>
      columns.flatMap((column, at) => {
        const found = fault(column, row[at] ?? null);
        return found === null ? [] : [`${column.name}: ${found}`];
      }),
    );
    expect([...new Set(faults)]).toEqual([]);
  });

  test("has no two rows with the same key", () => {
    const keys = rows.map((row) => key.map((column) => row[header.indexOf(column)]).join("\n"));
    expect(new Set(keys).size).toBe(rows.length);
  });
});

test("every column has a name, a title and a meaning of its own in both languages", () => {
  for (const language of ["ru", "en"] as const) {
    const tell = columnTeller(facts.definitions, createVoice(language));
    for (const name of tableNames) {
      const { columns }: Table = tables[name];
      const told = columns.map(tell);
      expect(new Set(namesOf(columns)).size, name).toBe(columns.length);
      expect(told.map(({ title }) => title).filter((title, at, all) => all.indexOf(title) !== at)).toEqual([]);
      for (const { meaning, empty, type } of told) for (const text of [meaning, empty, type]) expect(text).not.toBe("");
    }
  }
});

test("every field of appeals.ndjson is in the codebook, and nothing that is not there", () => {
  const csvOnly = ["agency_name", "topic_name", "place_name", "address", "followed_days", "first_reply_followed_days"];
  const computed = ["first_reply_deadline", "closing_deadline", "first_reply_due", "closing_due"];
  const fields = [...appealColumns, ...appealFields]
    .filter(({ name }) => ![...csvOnly, ...computed].includes(name))
    .map((column: Column) => column.field ?? column.name);
  expect(fields.sort()).toEqual(Object.keys(publicAppealSchema.shape).sort());
  expect(appealHeader).toEqual(namesOf(appealColumns));
});

test("the table of columns says which fields stand in lines of JSON alone", () => {
  const { header, rows } = codebookTable(exampleFacts());
  const [name, ru, en] = ["column", "meaning_ru", "meaning_en"].map((column) => header.indexOf(column));
  const rowOf = (wanted: string) => rows.find((row) => row[0] === "appeals" && row[name ?? 0] === wanted);
  expect(rowOf("closedUndated")?.[ru ?? 0]).toMatch(/^Только в appeals\.ndjson\. /);
  expect(rowOf("closedUndated")?.[en ?? 0]).toMatch(/^In appeals\.ndjson only\. /);
  expect(rowOf("first_reply_due")?.[ru ?? 0]).not.toContain("ndjson");
});

test("every column that says why another one is empty is there", () => {
  for (const name of tableNames) {
    const { columns }: Table = tables[name];
    for (const { reason } of columns) if (reason !== undefined) expect(namesOf(columns)).toContain(reason);
  }
});

test("the words are the same in both languages, and each of them is said somewhere", () => {
  expect(Object.keys(english)).toEqual(Object.keys(russian));
  const said = new Set<string>();
  for (const name of tableNames) {
    const { columns, fields = [] }: Table = tables[name];
    for (const { words, empty, type, unit } of [...columns, ...fields]) {
      if (typeof words === "string") said.add(`${words}.title`).add(`${words}.text`);
      said.add(`empty.${empty}`).add(`type.${type}`).add(`unit.${unit}`);
    }
  }
  const src = join(import.meta.dirname, "../../src");
  const code = readdirSync(src, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(ts|astro)$/u.test(file))
    .map((file) => readFileSync(join(src, file), "utf8"))
    .join("\n");
  const beginnings = [...code.matchAll(/`([\w.-]+\.)\$\{/gu)].map((match) => match[1]!);
  const unsaid = Object.keys(russian).filter(
    (key) => !said.has(key) && !code.includes(`"${key}"`) && !beginnings.some((beginning) => key.startsWith(beginning)),
  );
  expect(unsaid).toEqual([]);
});
