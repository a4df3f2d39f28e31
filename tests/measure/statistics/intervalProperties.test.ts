import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newcombe } from "../../../src/measure/statistics/newcombe.ts";
import { poissonByar, poissonExact } from "../../../src/measure/statistics/poissonInterval.ts";
import { poissonProbability } from "../../../src/measure/statistics/stirling.ts";
import { wilson } from "../../../src/measure/statistics/wilson.ts";
import { expectClose } from "./oracle.ts";

const sample = fc
  .integer({ min: 1, max: 100_000 })
  .chain((total) => fc.tuple(fc.integer({ min: 0, max: total }), fc.constant(total)));
const confidence = fc.constantFrom(0.95 as const, 0.998 as const);

describe("the Wilson interval", () => {
  it("contains the share and stays within 0 and 1", () => {
    fc.assert(
      fc.property(sample, confidence, ([count, total], level) => {
        const { share, lower, upper } = wilson(count, total, level);
        expect(0 <= lower && lower <= share && share <= upper && upper <= 1).toBe(true);
      }),
    );
  });

  it("is mirrored for the failures", () => {
    fc.assert(
      fc.property(sample, ([count, total]) => {
        const successes = wilson(count, total);
        const failures = wilson(total - count, total);
        expectClose(failures.lower, 1 - successes.upper, 1e-12, "lower");
        expectClose(failures.upper, 1 - successes.lower, 1e-12, "upper");
      }),
    );
  });

  it("widens with the confidence and narrows with ten times the data", () => {
    fc.assert(
      fc.property(sample, ([count, total]) => {
        const width = ({ lower, upper }: { lower: number; upper: number }) => upper - lower;
        expect(width(wilson(count, total, 0.998))).toBeGreaterThan(width(wilson(count, total)));
        expect(width(wilson(10 * count, 10 * total))).toBeLessThan(width(wilson(count, total)));
      }),
    );
  });
});

describe("the interval of a difference", () => {
  it("contains the difference, stays within -1 and 1, and turns with the pair", () => {
    fc.assert(
      fc.property(sample, sample, confidence, ([x, m], [y, n], level) => {
        const { difference, lower, upper } = newcombe(x, m, y, n, level);
        expect(lower <= difference && difference <= upper).toBe(true);
        expect(lower >= -1 - 1e-12 && upper <= 1 + 1e-12).toBe(true);
        const turned = newcombe(y, n, x, m, level);
        expectClose(turned.lower, -upper, 1e-12, "lower");
        expectClose(turned.upper, -lower, 1e-12, "upper");
      }),
    );
  });
});

describe("the interval of a count", () => {
  it("leaves exactly the tail's probability beyond each limit", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), confidence, (count, level) => {
        const tail = (1 - level) / 2;
        const { lower, upper } = poissonExact(count, level);
        let fewer = 0;
        for (let x = 0; x < count; x++) fewer += poissonProbability(x, lower);
        expectClose(1 - fewer, tail, 1e-10, "as many or more at the lower limit");
        let most = 0;
        for (let x = 0; x <= count; x++) most += poissonProbability(x, upper);
        expectClose(most, tail, 1e-10, "as few or fewer at the upper limit");
      }),
    );
  });

  it("is nearly Byar's from ten cases on", () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 100_000 }), (count) => {
        const exact = poissonExact(count);
        const byar = poissonByar(count);
        expectClose(byar.lower / exact.lower, 1, 0.005, "lower");
        expectClose(byar.upper / exact.upper, 1, 0.005, "upper");
      }),
    );
  });
});
