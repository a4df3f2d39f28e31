import { expect, test } from "vitest";
import { comparisonParts } from "../../src/site/comparisonParts.ts";
import { comparisonRows, currentCount, type ComparisonRow } from "../../src/words/comparisonRows.ts";
import { exampleFacts } from "../words/exampleFacts.ts";
import { createTelling } from "../../src/words/telling.ts";

const rowsOf = (facts = exampleFacts()): ComparisonRow[] => comparisonRows(createTelling(facts), "topic");
const [pattern] = rowsOf();
const row = (code: string, over: string | null, current = true): ComparisonRow => ({
  ...pattern!,
  code,
  name: code,
  over: over === null ? null : { code: over, name: over },
  current,
  later: false,
});
const codes = (rows: ComparisonRow[]): string[] => rows.map(({ code }) => code);

/** Sections with so many sub-topics each. */
const list = (sections: number, topics: number): ComparisonRow[] =>
  Array.from({ length: sections }, (_, at) => [
    row(`${at}`, null),
    ...Array.from({ length: topics }, (_, index) => row(`${at}.${index}`, `${at}`)),
  ]).flat();

test("a short list stands whole", () => {
  const rows = list(5, 7);
  expect(comparisonParts(rows)).toEqual({ rows, sections: [], past: [] });
});

test("what received nothing in twelve months is folded, and its count is not one of the year", () => {
  const rows = [row("a", null), row("b", null, false), row("b.1", "b", false), row("c", null), row("c.1", "c", false)];
  const parts = comparisonParts(rows);
  expect([codes(parts.rows), codes(parts.past)]).toEqual([
    ["a", "c"],
    ["b", "b.1", "c.1"],
  ]);
  expect(currentCount(rows)).toBe(2);
});

test("what was received after the twelve months stands in the open: nothing since would be false", () => {
  const rows = [row("a", null), { ...row("b", null, false), later: true }, row("c", null, false)];
  const parts = comparisonParts(rows);
  expect([codes(parts.rows), codes(parts.past)]).toEqual([["a", "b"], ["c"]]);
});

test("of a long list the sections stand in the open and their topics are folded, none is lost", () => {
  const rows = list(20, 6);
  const parts = comparisonParts(rows);
  expect(parts.rows).toHaveLength(20);
  expect(parts.sections.map(({ name, rows }) => [name, rows.length])).toEqual(
    Array.from({ length: 20 }, (_, at) => [`${at}`, 6]),
  );
  expect([...codes(parts.rows), ...parts.sections.flatMap(({ rows }) => codes(rows))].sort()).toEqual(
    codes(rows).sort(),
  );
});

test("a long list without sections stands whole: a district is found by its name", () => {
  expect(comparisonParts(list(300, 0)).rows).toHaveLength(300);
});

test("an export that ended long ago leaves no empty page", () => {
  const rows = [row("a", null, false), row("b", null, false)];
  expect(comparisonParts(rows)).toEqual({ rows, sections: [], past: [] });
  expect(currentCount(rows)).toBe(2);
});

test("a topic with nothing in twelve months shows the figures of all time, and says so", () => {
  const facts = exampleFacts();
  const heating = facts.subjects.find(({ dimension, code }) => dimension === "topic" && code === "heating")!;
  heating.periods.year.measures.received = { state: "exact", value: 0 };
  heating.periods.all.measures.received = { state: "exact", value: 3 };
  const told = rowsOf(facts).find(({ code }) => code === "heating")!;
  expect(told).toMatchObject({ current: false, received: { text: "3" } });
  expect(told.times!.replaceAll("\u00a0", " ")).toContain("за всё время");
});
