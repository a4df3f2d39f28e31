import "../../propertyRuns.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { fisherExact } from "../../../src/measure/statistics/fisherExact.ts";
import { twoSidedNormal } from "../../../src/measure/statistics/normalQuantile.ts";

function choose(n: number, k: number): bigint {
  let result = 1n;
  for (let i = 1; i <= k; i++) result = (result * BigInt(n - k + i)) / BigInt(i);
  return result;
}

/** The same by counting every table with these sums, in whole numbers. */
function counted(count1: number, total1: number, count2: number, total2: number): number {
  const successes = count1 + count2;
  const all = choose(total1 + total2, successes);
  const tables = (isIn: (x: number) => boolean): bigint => {
    let sum = 0n;
    for (let x = Math.max(0, successes - total2); x <= Math.min(total1, successes); x++)
      if (isIn(x)) sum += choose(total1, x) * choose(total2, successes - x);
    return sum;
  };
  const [low, high] = [tables((x) => x <= count1), tables((x) => x >= count1)];
  const least = low < high ? low : high;
  return Math.min(1, 2 * Number((least * 10n ** 18n) / all) * 1e-18);
}

test("a lady who names three of four cups has done what half of all guessing would do about as well", () => {
  // Fisher 1935: 17 of 70 orders are as good or better.
  expect(fisherExact(3, 4, 1, 4)).toBeCloseTo((2 * 17) / 70, 12);
  expect(fisherExact(4, 4, 0, 4)).toBeCloseTo(2 / 70, 12);
  expect(fisherExact(2, 4, 2, 4)).toBe(1);
});

test("the probability is that of counting every table", () => {
  const pair = fc.integer({ min: 1, max: 60 }).chain((total) => fc.tuple(fc.nat({ max: total }), fc.constant(total)));
  fc.assert(
    fc.property(pair, pair, ([count1, total1], [count2, total2]) => {
      const exact = counted(count1, total1, count2, total2);
      expect(fisherExact(count1, total1, count2, total2)).toBeCloseTo(exact, 10);
    }),
  );
});

test("impossible counts are refused", () => {
  expect(() => fisherExact(5, 4, 1, 4)).toThrow(RangeError);
  expect(() => fisherExact(1.5, 4, 1, 4)).toThrow(RangeError);
  expect(() => fisherExact(0, 0, 1, 4)).toThrow(RangeError);
});

test("normal quantiles are those of the tables", () => {
  expect(twoSidedNormal(0.05)).toBeCloseTo(1.959963984540054, 10);
  expect(twoSidedNormal(0.002)).toBeCloseTo(3.090232306167813, 10);
  // NIST/SEMATECH e-Handbook, 1.3.6.7.1: 99 % and 99.9 %.
  expect(twoSidedNormal(0.01)).toBeCloseTo(2.5758293, 6);
  expect(twoSidedNormal(0.001)).toBeCloseTo(3.2905267, 6);
  expect(() => twoSidedNormal(0)).toThrow(RangeError);
});
