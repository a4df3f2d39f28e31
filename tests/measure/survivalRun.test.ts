import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kaplanMeier } from "../../src/measure/statistics/kaplanMeier.ts";
import { survivalQuantile } from "../../src/measure/statistics/survivalQuantile.ts";
import { estimateSurvival, runQuantiles, survivalLimits, survivalRunFor } from "../../src/measure/survivalRun.ts";

const wait = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.double({ min: 0, max: 12, noNaN: true }));
const group = fc.array(fc.tuple(wait, fc.boolean()), { minLength: 1, maxLength: 200 });

/** Sorts as waitOrder does, with a few unrelated waits among the distinct ones, and estimates the run. */
function estimated(waits: readonly (readonly [number, boolean])[]) {
  const times = Float64Array.from(new Set([...waits.map(([days]) => days + 0), 3.3, 99])).sort();
  const keys = Uint32Array.from(waits, ([days, happened]) => times.indexOf(days + 0) * 2 + (happened ? 0 : 1)).sort();
  const run = survivalRunFor(waits.length);
  estimateSurvival(run, keys, 0, keys.length, times);
  return run;
}

function reference(waits: readonly (readonly [number, boolean])[]) {
  return kaplanMeier(
    Float64Array.from(waits, ([days]) => days),
    Uint8Array.from(waits, ([, happened]) => (happened ? 1 : 0)),
  );
}

describe("the estimate of a sorted run", () => {
  it("is the curve of the statistics folder, row by row", () => {
    fc.assert(
      fc.property(group, (waits) => {
        const run = estimated(waits);
        const curve = reference(waits);
        expect([...run.time.subarray(0, run.rows)]).toEqual([...curve.time]);
        expect([...run.atRisk.subarray(0, run.rows)]).toEqual([...curve.atRisk]);
        expect([...run.survival.subarray(0, run.rows)]).toEqual([...curve.survival]);
        for (let row = 0; row < run.rows; row++) {
          const limits = survivalLimits(run, row);
          if (limits === null) expect(curve.lower[row]).toBeNaN();
          else
            expect([limits.low, limits.high]).toEqual(
              [curve.lower[row], curve.upper[row]].map((limit) => expect.closeTo(limit!, 12)),
            );
        }
      }),
    );
  });

  it("has the quantiles and limits of the statistics folder", () => {
    fc.assert(
      fc.property(group, (waits) => {
        const probabilities = [0.25, 0.5, 0.75, 0.9];
        const expected = probabilities.map((probability) => {
          const quantile = survivalQuantile(reference(waits), probability);
          return {
            value: quantile.reached ? quantile.value : null,
            low: quantile.lower,
            high: quantile.reached ? quantile.upper : null,
          };
        });
        expect(runQuantiles(estimated(waits), probabilities)).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });
});
