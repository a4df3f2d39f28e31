import { expect, test } from "vitest";
import { sliceOfCrossing } from "../../src/model/crossings.ts";
import type { StoredFacts } from "../../src/model/facts.ts";
import { remainingTable } from "../../src/publish/downloads/remainingTable.ts";
import { remainingLists } from "../../src/site/remainingRows.ts";
import { createTelling } from "../../src/words/telling.ts";
import { exampleCrossings } from "../words/exampleCrossings.ts";
import { exampleFacts } from "../words/exampleFacts.ts";

const facts = exampleFacts();
const crossings = exampleCrossings();
const { header, rows } = remainingTable(facts as unknown as StoredFacts, crossings);
const at = (name: string): number => header.indexOf(name);

test("every page that tells how much longer people wait has its rows: regions, agencies, topics, places, topics in one place", () => {
  const told = new Set(rows.map((row) => `${row[at("dimension")]}${row[at("place")] === null ? "" : " in a place"}`));
  const dimensions = new Set<string>(facts.subjects.map(({ dimension }) => dimension));
  dimensions.delete("channel");
  expect([...told].sort()).toEqual([...dimensions, "topic in a place"].sort());
});

test("the numbers that a page tells of those who waited stand in the row of its channel and days", () => {
  const crossing = crossings.crossings[0]!;
  const [list] = remainingLists(createTelling(facts, "ru"), sliceOfCrossing(crossing)!);
  const few = list!.waited.flatMap((text) => /уже (\d+)\s.*ждали (\d+) из 80/u.exec(text.replace(/\s/gu, " ")) ?? []);
  expect(few.length).toBeGreaterThan(0);
  const row = rows.find(
    (cells) =>
      cells[at("place")] === crossing.place &&
      cells[at("waits_for")] === "first-reply" &&
      cells[at("waited_days")] === Number(few[1]),
  );
  expect(row?.[at("code")]).toBe(crossing.topic);
  expect(row?.[at("waiting")]).toBe(Number(few[2]));
});
