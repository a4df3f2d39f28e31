import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aalenJohansen, outcomesAt } from "../../../src/measure/statistics/aalenJohansen.ts";
import { kaplanMeier, survivalAt, type SurvivalCurve } from "../../../src/measure/statistics/kaplanMeier.ts";
import { restrictedMean } from "../../../src/measure/statistics/restrictedMean.ts";
import { medianSurvival, type Quantile } from "../../../src/measure/statistics/survivalQuantile.ts";
import { expectClose } from "./oracle.ts";

interface Appeal {
  readonly duration: number;
  readonly cause: number;
}

const appeal: fc.Arbitrary<Appeal> = fc.record({ duration: fc.nat(40), cause: fc.nat(3) });
const appeals = fc.array(appeal, { minLength: 1, maxLength: 60 });
const interval = fc.constantFrom("log-log" as const, "log" as const, "plain" as const);

const durationsOf = (rows: readonly Appeal[]) => Float64Array.from(rows, (row) => row.duration);
const answeredOf = (rows: readonly Appeal[]) => Uint8Array.from(rows, (row) => Math.min(1, row.cause));
const curveOf = (rows: readonly Appeal[]) => kaplanMeier(durationsOf(rows), answeredOf(rows));

/** Not reached counts as endless. */
const valueOf = (quantile: Quantile) => (quantile.reached ? quantile.value : Infinity);

function expectSame(actual: SurvivalCurve, expected: SurvivalCurve, times: number[] = [...expected.time]): void {
  expect([...actual.time]).toEqual(times);
  for (const column of ["atRisk", "events", "censored"] as const) expect(actual[column]).toEqual(expected[column]);
  for (const column of ["survival", "standardError", "lower", "upper"] as const) {
    actual[column].forEach((value, i) => expectClose(value, expected[column][i]!, 1e-12, column));
  }
}

describe("a survival curve", () => {
  it("does not depend on the order of the appeals", () => {
    fc.assert(
      fc.property(
        appeals.chain((rows) =>
          fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length })),
        ),
        ([rows, shuffled]) => expectSame(curveOf(shuffled), curveOf(rows)),
      ),
    );
  });

  it("moves with the clock and stretches with its unit", () => {
    fc.assert(
      fc.property(appeals, fc.nat(100), fc.constantFrom(0.5, 2, 24), (rows, shift, unit) => {
        const curve = curveOf(rows);
        const moved = curveOf(rows.map((row) => ({ ...row, duration: (row.duration + shift) * unit })));
        expectSame(
          moved,
          curve,
          Array.from(curve.time, (time) => (time + shift) * unit),
        );
        const median = medianSurvival(curve);
        const movedMedian = medianSurvival(moved);
        expect(valueOf(movedMedian)).toBe((valueOf(median) + shift) * unit);
      }),
    );
  });

  it("takes a weight of two for the row given twice", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(appeal, fc.integer({ min: 1, max: 3 })), { minLength: 1 }), (rows) => {
        const once = rows.map(([row]) => row);
        const repeated = rows.flatMap(([row, times]) => new Array<Appeal>(times).fill(row));
        const weights = Float64Array.from(rows, ([, times]) => times);
        expectSame(kaplanMeier(durationsOf(once), answeredOf(once), { weights }), curveOf(repeated));
      }),
    );
  });

  it("has the sample median as its median where every appeal is answered", () => {
    fc.assert(
      fc.property(appeals, (rows) => {
        const sorted = rows.map((row) => row.duration).sort((a, b) => a - b);
        const middle = (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2;
        const answered = rows.map((row) => ({ ...row, cause: 1 }));
        expect(medianSurvival(curveOf(answered))).toMatchObject({ reached: true, value: middle });
      }),
    );
  });

  it("never rises, stays within 0 and 1, and lies within its interval", () => {
    fc.assert(
      fc.property(appeals, interval, (rows, kind) => {
        const { survival, lower, upper } = kaplanMeier(durationsOf(rows), answeredOf(rows), { interval: kind });
        survival.forEach((share, i) => {
          expect(share).toBeLessThanOrEqual(i === 0 ? 1 : survival[i - 1]!);
          expect(share).toBeGreaterThanOrEqual(0);
          expect(Number.isNaN(lower[i]!)).toBe(share === 0);
          if (share === 0) return;
          expect(0 <= lower[i]! && lower[i]! <= share && share <= upper[i]! && upper[i]! <= 1).toBe(true);
        });
      }),
    );
  });

  it("never has a shorter median for more open appeals", () => {
    fc.assert(
      fc.property(appeals, fc.array(fc.nat(60), { minLength: 1, maxLength: 30 }), (rows, waiting) => {
        const before = valueOf(medianSurvival(curveOf(rows)));
        const open = waiting.map((duration): Appeal => ({ duration, cause: 0 }));
        expect(valueOf(medianSurvival(curveOf([...rows, ...open])))).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  it("has a median between its limits", () => {
    fc.assert(
      fc.property(appeals, (rows) => {
        const median = medianSurvival(curveOf(rows));
        if (median.lower !== null) expect(median.lower).toBeLessThanOrEqual(valueOf(median));
        if (median.reached && median.upper !== null) expect(median.upper).toBeGreaterThanOrEqual(median.value);
      }),
    );
  });

  it("gives exactly the share answered in time, where all were seen that long", () => {
    fc.assert(
      fc.property(appeals, fc.integer({ min: 0, max: 40 }), (rows, horizon) => {
        // A mature cohort: whoever is still open has been open for longer than the horizon.
        const mature = rows.map((row) => (row.cause === 0 ? { ...row, duration: row.duration + horizon } : row));
        const inTime = mature.filter((row) => row.cause > 0 && row.duration <= horizon).length;
        const estimate = survivalAt(curveOf(mature), horizon);
        expect(estimate).not.toBeNull();
        expectClose(1 - estimate!.survival, inTime / mature.length, 1e-12, "share in time");
      }),
    );
  });

  it("has a restricted mean equal to the mean of the waits cut at the horizon, where all were seen that long", () => {
    fc.assert(
      fc.property(appeals, fc.integer({ min: 1, max: 40 }), (rows, horizon) => {
        const mature = rows.map((row) => (row.cause === 0 ? { ...row, duration: row.duration + horizon } : row));
        const cut = mature.reduce((sum, row) => sum + Math.min(row.duration, horizon), 0) / mature.length;
        expectClose(restrictedMean(curveOf(mature), horizon).mean, cut, 1e-10, "mean");
      }),
    );
  });

  it("is the same with entry at registration as without entries", () => {
    fc.assert(
      fc.property(appeals, (rows) => {
        const entries = new Float64Array(rows.length);
        expectSame(kaplanMeier(durationsOf(rows), answeredOf(rows), { entries }), curveOf(rows));
      }),
    );
  });

  it("counts at risk exactly those who had entered before and not yet left", () => {
    const entered = fc.tuple(fc.nat(20), fc.integer({ min: 1, max: 20 }), fc.nat(1));
    fc.assert(
      fc.property(fc.array(entered, { minLength: 1, maxLength: 40 }), (rows) => {
        const { time, atRisk } = kaplanMeier(
          Float64Array.from(rows, ([entry, wait]) => entry + wait),
          Uint8Array.from(rows, ([, , event]) => event),
          { entries: Float64Array.from(rows, ([entry]) => entry) },
        );
        time.forEach((t, i) => {
          const counted = rows.filter(([entry, wait]) => entry < t && t <= entry + wait).length;
          expect(atRisk[i]).toBe(counted);
        });
      }),
    );
  });
});

describe("competing outcomes", () => {
  it("add to one with the share still open, at every time", () => {
    fc.assert(
      fc.property(appeals, (rows) => {
        const outcomes = aalenJohansen(
          durationsOf(rows),
          Uint8Array.from(rows, (row) => row.cause),
          3,
        );
        outcomes.time.forEach((time, i) => {
          const ended = outcomes.causes.reduce((sum, { incidence }) => sum + incidence[i]!, 0);
          expectClose(ended + outcomes.survival[i]!, 1, 1e-12, `at ${time}`);
        });
      }),
    );
  });

  it("never fall, and lie within their intervals", () => {
    fc.assert(
      fc.property(appeals, fc.constantFrom("greenwood" as const, "aalen" as const), (rows, variance) => {
        const causes = Uint8Array.from(rows, (row) => row.cause);
        for (const curve of aalenJohansen(durationsOf(rows), causes, 3, { variance }).causes) {
          curve.incidence.forEach((share, i) => {
            expect(share).toBeGreaterThanOrEqual(i === 0 ? 0 : curve.incidence[i - 1]!);
            if (Number.isNaN(curve.lower[i]!)) return expectClose(share, 1, 1e-12, "everything");
            expect(curve.lower[i]!).toBeLessThanOrEqual(share + 1e-12);
            expect(curve.upper[i]!).toBeGreaterThanOrEqual(share - 1e-12);
            expect(curve.lower[i]! >= 0 && curve.upper[i]! <= 1).toBe(true);
          });
        }
      }),
    );
  });

  it("are one minus Kaplan and Meier's curve, with its interval, where there is one outcome", () => {
    fc.assert(
      fc.property(appeals, (rows) => {
        const curve = curveOf(rows);
        const { causes, survival } = aalenJohansen(durationsOf(rows), answeredOf(rows), 1);
        expect(survival).toEqual(curve.survival);
        curve.survival.forEach((share, i) => {
          expectClose(causes[0]!.incidence[i]!, 1 - share, 1e-12, "incidence");
          expectClose(causes[0]!.standardError[i]!, curve.standardError[i]!, 1e-7, "standard error");
          expectClose(causes[0]!.lower[i]!, 1 - curve.upper[i]!, 1e-7, "lower");
          expectClose(causes[0]!.upper[i]!, 1 - curve.lower[i]!, 1e-7, "upper");
        });
      }),
    );
  });

  it("are plain shares of a mature cohort", () => {
    fc.assert(
      fc.property(appeals, fc.nat(40), (rows, horizon) => {
        const mature = rows.map((row) => (row.cause === 0 ? { ...row, duration: row.duration + horizon } : row));
        const causes = Uint8Array.from(mature, (row) => row.cause);
        const at = outcomesAt(aalenJohansen(durationsOf(mature), causes, 3), horizon)!;
        at.causes.forEach(({ incidence }, k) => {
          const count = mature.filter((row) => row.cause === k + 1 && row.duration <= horizon).length;
          expectClose(incidence, count / mature.length, 1e-12, "share");
        });
      }),
    );
  });
});
