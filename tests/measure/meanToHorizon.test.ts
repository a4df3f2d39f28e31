import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { meanHorizon } from "../../src/measure/definitions.ts";
import { meanToHorizon } from "../../src/measure/meanToHorizon.ts";
import { kaplanMeier } from "../../src/measure/statistics/kaplanMeier.ts";
import { restrictedMean } from "../../src/measure/statistics/restrictedMean.ts";
import { estimateSurvival, survivalRunFor } from "../../src/measure/survivalRun.ts";

const wait = fc.oneof(fc.integer({ min: 0, max: 90 }), fc.double({ min: 0, max: 90, noNaN: true }));
const group = fc.array(fc.tuple(wait, fc.boolean()), { minLength: 1, maxLength: 120 });

function estimated(waits: readonly (readonly [number, boolean])[]) {
  const times = Float64Array.from(new Set(waits.map(([days]) => days + 0))).sort();
  const keys = Uint32Array.from(waits, ([days, happened]) => times.indexOf(days + 0) * 2 + (happened ? 0 : 1)).sort();
  const run = survivalRunFor(waits.length);
  estimateSurvival(run, keys, 0, keys.length, times);
  return run;
}

describe("the mean wait within sixty days", () => {
  it("is the restricted mean of the statistics folder, limits included", () => {
    fc.assert(
      fc.property(group, (waits) => {
        const curve = kaplanMeier(
          Float64Array.from(waits, ([days]) => days),
          Uint8Array.from(waits, ([, happened]) => (happened ? 1 : 0)),
        );
        const { mean, standardError, beyondObservation } = restrictedMean(curve, meanHorizon);
        const found = meanToHorizon(estimated(waits), 20);
        if (beyondObservation) {
          expect(found).toEqual({ state: "hidden", reason: "too-few" });
          return;
        }
        if (found.state !== "exact") throw new Error("no mean");
        expect(found.days).toBeCloseTo(mean, 3);
        expect(found.low).toBeCloseTo(Math.max(0, mean - 1.959964 * standardError), 3);
        expect(found.high).toBeCloseTo(Math.min(meanHorizon, mean + 1.959964 * standardError), 3);
      }),
      { numRuns: 300 },
    );
  });

  it("is not given where fewer than twenty appeals were followed for sixty days", () => {
    const waits = Array.from({ length: 30 }, (_, i) => [i * 3, true] as const);
    expect(meanToHorizon(estimated(waits), 19)).toEqual({ state: "hidden", reason: "too-few" });
    expect(meanToHorizon(estimated(waits), 20).state).toBe("exact");
  });
});
