import { describe, expect, test } from "vitest";
import { findRises } from "../../../src/measure/rising/findRises.ts";
import type { WeekCell } from "../../../src/measure/rising/weekCell.ts";
import { plantedBursts, quietYears } from "./trials.ts";

/** A smaller version of `npm run bench -- rising`. */
describe("the error rate of an edition", () => {
  const region = { places: 12, topics: 10, perWeek: 230, spread: 0.04 };

  test("is at most one false alarm in any edition of quiet years, and fewer than one in five editions has any", () => {
    const { editions, most, disturbed } = quietYears(region, 2);
    expect(editions).toBe(104);
    expect(most).toBeLessThanOrEqual(1);
    expect(disturbed / editions).toBeLessThanOrEqual(0.2);
  });

  test("leaves a burst of three times the usual in one district to be found within two weeks", () => {
    const { usual, bursts, second } = plantedBursts(region, { place: 4, times: 3 }, 20);
    expect(usual).toBeGreaterThan(8);
    expect(usual).toBeLessThan(25);
    expect(second / bursts).toBeGreaterThanOrEqual(0.9);
  });
});

/** A region of one topic in one place: counts as given, and as many elsewhere that never change. */
function cellsOf(counts: readonly number[]): WeekCell[] {
  return [
    { topic: "", place: "", counts: Uint32Array.from(counts, (count) => count + 100) },
    { topic: "water", place: "north", counts: Uint32Array.from(counts) },
  ];
}
const rules = { looked: 1, shown: () => 5 };
const weeks = (count: number, each: (week: number) => number) => Array.from({ length: count }, (_, week) => each(week));

describe("a rise", () => {
  test("is told with what was usual, its range, and the same week a year before", () => {
    const { rises, knowsSeason } = findRises(cellsOf([...weeks(79, (week) => 4 + (week % 3)), 30]), rules);
    expect(knowsSeason).toBe(true);
    expect(rises).toHaveLength(1);
    const [{ cell, first, last, count, usual, yearBefore }] = rises as [(typeof rises)[0]];
    expect([cell.topic, cell.place, first, last, count]).toEqual(["water", "north", 79, 79, 30]);
    expect(usual.mean).toBeGreaterThan(4.5);
    expect(usual.mean).toBeLessThan(5.5);
    expect(usual.low).toBeLessThan(usual.mean);
    expect(usual.high).toBeGreaterThan(usual.mean);
    expect(usual.high).toBeLessThan(30);
    expect(yearBefore).toBe(4 + ((79 - 52) % 3));
  });

  test("is none where the season brought as much a year before", () => {
    const heating = (week: number) => (week % 52 >= 40 && week % 52 < 46 ? 30 : 4 + (week % 3));
    expect(findRises(cellsOf(weeks(93, heating)), rules).rises).toEqual([]);
    // The same counts, had nothing come a year before.
    const never = weeks(93, (week) => (week < 60 ? 5 : heating(week)));
    expect(findRises(cellsOf(never), rules).rises).toHaveLength(1);
  });

  test("is none below the number that may be told, however unusual", () => {
    const cells = cellsOf([...weeks(79, () => 0), 9]);
    expect(findRises(cells, { looked: 1, shown: () => 10 }).rises).toEqual([]);
    expect(findRises(cells, rules).rises).toHaveLength(1);
  });

  test("is none where it is less than half as much again, however sure", () => {
    const many: WeekCell = { topic: "", place: "", counts: Uint32Array.from([...weeks(79, () => 10_000), 14_000]) };
    expect(findRises([many], rules).rises).toEqual([]);
  });

  test("is not looked for in data of a few weeks", () => {
    expect(findRises(cellsOf([5, 5, 5, 50]), rules)).toEqual({ rises: [], looked: 0, knowsSeason: true });
  });

  test("does not hide itself in its second week", () => {
    const { rises } = findRises(cellsOf([...weeks(78, (week) => 4 + (week % 3)), 20, 20]), rules);
    expect(rises.map(({ count, usual }) => [count, Math.round(usual.mean)])).toEqual([[40, 10]]);
  });
});
