import { expect, test } from "vitest";
import { machineCsv } from "../../../src/words/csv.ts";
import { subjectTable } from "../../../src/publish/downloads/subjectTable.ts";
import { differingCounts } from "../../../src/publish/verify/countsAgree.ts";
import type { AnyFacts } from "../../../src/model/facts.ts";
import { exampleFacts } from "../../words/exampleFacts.ts";
import { exampleReplies } from "../../words/exampleReplies.ts";

const facts = { ...exampleFacts(), portal: { ...exampleFacts().portal, appeals: "figures-only" as const } };
const region = facts.subjects.find(({ dimension }) => dimension === "region")!.periods.year.measures.received;
const number = region.state === "exact" ? new Intl.NumberFormat("ru-RU").format(region.value) : "";

/** What differs in a site whose tables are those of the facts, but for the files given. */
function differing(changes: Record<string, string>, told: typeof facts | AnyFacts = facts): string[] {
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
    told,
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

test("a page of a repeated reply that is missing, or shows another number of appeals, is named", () => {
  const replies = { ...exampleReplies(), gone: ["aaaaaaaaaaaa"] };
  const pageOf = (id: string): string => `replies/${id}/index.html`;
  const pages = Object.fromEntries([
    ...replies.groups.map(({ id, appeals }) => [pageOf(id), `<h1>Ответ на ${appeals.length} обращений</h1>`]),
    [pageOf("aaaaaaaaaaaa"), "<h1>Его больше нет</h1>"],
  ]) as Record<string, string>;
  const full: AnyFacts = exampleFacts();
  const named = (changes: Record<string, string>): string[] =>
    differing({ "data/replies.json": JSON.stringify(replies), ...changes }, full).filter((file) =>
      file.startsWith("replies/"),
    );
  expect(named(pages)).toEqual([]);
  const { [pageOf(replies.groups[0]!.id)]: _missing, ...others } = pages;
  expect(named(others)).toEqual([pageOf(replies.groups[0]!.id)]);
  const { [pageOf("aaaaaaaaaaaa")]: _gone, ...present } = pages;
  expect(named(present)).toEqual([pageOf("aaaaaaaaaaaa")]);
  const other = pageOf(replies.groups[1]!.id);
  expect(named({ ...pages, [other]: "<h1>Ответ на 1 обращение</h1>" })).toEqual([other]);
});
