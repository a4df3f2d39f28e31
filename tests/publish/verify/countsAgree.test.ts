import { expect, test } from "vitest";
import { machineCsv } from "../../../src/words/csv.ts";
import { subjectTable } from "../../../src/publish/downloads/subjectTable.ts";
import { differingCounts } from "../../../src/publish/verify/countsAgree.ts";
import { exampleFacts } from "../../words/exampleFacts.ts";

const facts = { ...exampleFacts(), portal: { ...exampleFacts().portal, appeals: "figures-only" as const } };
const region = facts.subjects.find(({ dimension }) => dimension === "region")!.periods.year.measures.received;
const number = region.state === "exact" ? new Intl.NumberFormat("ru-RU").format(region.value) : "";

/** What differs in a site whose tables are those of the facts, but for the files given. */
function differing(changes: Record<string, string>): string[] {
  const tables = [
    ["region", "region"],
    ["agencies", "agency"],
    ["topics", "topic"],
    ["places", "place"],
    ["channels", "channel"],
  ] as const;
  const files: Record<string, string> = { "index.html": `<p>Получено <b>${number}</b> обращений</p>` };
  for (const [name, dimension] of tables) {
    const { header, rows } = subjectTable(facts, dimension);
    files[`data/${name}.csv`] = machineCsv([header, ...rows]);
  }
  const site = { ...files, ...changes };
  return differingCounts(
    facts,
    new Set(Object.keys(site)),
    (file) => Buffer.from(site[file]!),
    () => 0,
  );
}

test("tables and pages that state the facts' counts pass", () => {
  expect(number).not.toBe("");
  expect(differing({})).toEqual([]);
});

test("a page with another number, and one where the number is a part of another, are named", () => {
  expect(differing({ "index.html": "<p>Получено 1</p>" })).toEqual(["index.html"]);
  expect(differing({ "index.html": `<p>1${number}0</p>` })).toEqual(["index.html"]);
});

test("a table that states another number, or lacks a row, is named", () => {
  const { header, rows } = subjectTable(facts, "region");
  const changed = rows.map((row) => row.map((cell, column) => (header[column] === "received" ? 1 : cell)));
  expect(differing({ "data/region.csv": machineCsv([header, ...changed]) })).toEqual(["data/region.csv"]);
  expect(differing({ "data/region.csv": machineCsv([header]) })).toEqual(["data/region.csv"]);
});
