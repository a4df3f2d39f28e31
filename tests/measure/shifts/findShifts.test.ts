import { expect, test } from "vitest";
import { findShifts, falseShare } from "../../../src/measure/shifts/findShifts.ts";
import type { ShiftCell } from "../../../src/measure/shifts/shiftCells.ts";
import { newcombe } from "../../../src/measure/statistics/newcombe.ts";

/** Numbers that look drawn by chance, the same in every run (mulberry32). */
function drawn(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Year = ShiftCell["months"][number]["now"][];
const sumOf = (months: Year) => ({
  part: months.reduce((sum, month) => sum + (month?.part ?? 0), 0),
  whole: months.reduce((sum, month) => sum + (month?.whole ?? 0), 0),
});
function cellOf(code: string, now: Year, before: Year): ShiftCell {
  return {
    dimension: "agency",
    code,
    channel: "social",
    figure: "answeredInNorm",
    now: sumOf(now),
    before: sumOf(before),
    months: now.map((month, at) => ({ now: month, before: before[at] ?? null })),
  };
}
/** Twelve months of so many appeals each, with a share of its own for each month. */
const year = (random: () => number, size: number, share: (month: number) => number): Year =>
  Array.from({ length: 12 }, (_, month) => ({
    part: Array.from({ length: size }, () => (random() < share(month) ? 1 : 0)).reduce<number>((a, b) => a + b, 0),
    whole: size,
  }));

test("the interval of a single difference is Newcombe's, of counts that weigh less where months scatter more", () => {
  const even = (part: number): Year => Array.from({ length: 12 }, () => ({ part, whole: 20 }));
  const [only] = findShifts([cellOf("a", even(10), even(15))], 30).looked;
  expect(only).toMatchObject({ found: true, scatter: 1, change: -0.25 });
  // One found of one looked at: the level is 95 %.
  const { lower, upper } = newcombe(120, 240, 180, 240);
  expect(only?.low).toBeCloseTo(lower, 6);
  expect(only?.high).toBeCloseTo(upper, 6);
  const heaps: Year = Array.from({ length: 12 }, (_, month) => ({ part: month % 2 === 0 ? 20 : 0, whole: 20 }));
  const [heaped] = findShifts([cellOf("a", heaps, even(15))], 30).looked;
  expect(heaped?.scatter).toBeGreaterThan(10);
  expect(heaped?.found).toBe(false);
});

test("in quiet years nothing is found more often than the rate allows, be months even or in heaps", () => {
  const random = drawn(20);
  const editions = 200;
  let alarms = 0;
  for (let edition = 0; edition < editions; edition++) {
    const cells = Array.from({ length: 40 }, (_, at) => {
      const share = 0.3 + random() * 0.6;
      const heaps = at % 2 === 0 ? 0 : 0.15;
      const ofMonth = (): number => Math.min(1, Math.max(0, share + (random() * 2 - 1) * heaps));
      return cellOf(String(at), year(random, 12, ofMonth), year(random, 12, ofMonth));
    });
    if (findShifts(cells, 30).looked.some(({ found }) => found)) alarms += 1;
  }
  // 5 % of 200 are 10; nineteen more often would not happen once in a hundred thousand such tests.
  expect(alarms).toBeLessThanOrEqual(editions * falseShare * 2.5);
});

test("a share that fell by a third is found among many that did not move, and told as worse", () => {
  const random = drawn(7);
  const quiet = Array.from({ length: 60 }, (_, at) =>
    cellOf(
      String(at),
      year(random, 20, () => 0.8),
      year(random, 20, () => 0.8),
    ),
  );
  const fallen = cellOf(
    "fallen",
    year(random, 20, () => 0.5),
    year(random, 20, () => 0.8),
  );
  const { looked, level } = findShifts([...quiet, fallen], 30);
  const found = looked.filter((shift) => shift.found);
  expect(found.map(({ code }) => code)).toEqual(["fallen"]);
  expect(found[0]?.high).toBeLessThan(0);
  expect(level).toBeCloseTo(1 - falseShare / 61, 6);
});

test("with fewer appeals in either year than agencies are compared with, nothing is looked at", () => {
  const few: Year = [{ part: 0, whole: 29 }];
  const many: Year = [{ part: 200, whole: 200 }];
  expect(findShifts([cellOf("a", few, many), cellOf("b", many, few)], 30).looked).toEqual([]);
});
