import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { outcomesAtMoments } from "../../src/measure/outcomeRun.ts";
import { aalenJohansen, outcomesAt } from "../../src/measure/statistics/aalenJohansen.ts";

const causeCount = 3;
const moments = [0, 1, 2.5, 7, 12, 20];
const wait = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.double({ min: 0, max: 12, noNaN: true }));
/** A wait and how it ended; 0 is "still open". */
const group = fc.array(fc.tuple(wait, fc.integer({ min: 0, max: causeCount })), { minLength: 1, maxLength: 120 });

function estimated(waits: readonly (readonly [number, number])[]) {
  const times = Float64Array.from(new Set(waits.map(([days]) => days + 0))).sort();
  const sorted = waits
    .map(([days, cause]) => ({ key: times.indexOf(days + 0) * 2 + (cause === 0 ? 1 : 0), cause }))
    .sort((a, b) => a.key - b.key);
  return outcomesAtMoments(
    Uint32Array.from(sorted, ({ key }) => key),
    Uint8Array.from(sorted, ({ cause }) => Math.max(0, cause - 1)),
    sorted.length,
    times,
    causeCount,
    moments,
  );
}

describe("outcomes of a sorted run", () => {
  it("are those of the statistics folder, limits included, and add to 1", () => {
    fc.assert(
      fc.property(group, (waits) => {
        const reference = aalenJohansen(
          Float64Array.from(waits, ([days]) => days),
          Uint8Array.from(waits, ([, cause]) => cause),
          causeCount,
        );
        estimated(waits).forEach((at, k) => {
          expect(at.open + at.share.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
          const expected = outcomesAt(reference, moments[k]!);
          if (expected === null) return;
          expect(at.open).toBeCloseTo(expected.open, 12);
          expected.causes.forEach((cause, i) => {
            expect(at.share[i]).toBeCloseTo(cause.incidence, 12);
            if (Number.isNaN(cause.lower)) return;
            expect(at.low[i]).toBeCloseTo(cause.lower, 9);
            expect(at.high[i]).toBeCloseTo(cause.upper, 9);
          });
        });
      }),
    );
  });

  it("reproduce the fractions worked by hand in survival's testci: 6/7 and 1/7 at 2, 18/35, 1/7 and 12/35 at 3", () => {
    // Seven appeals: one ends by the first cause on day 2; two are lost from sight before day 3, where two of five end by the second.
    const waits: [number, number][] = [
      [2, 1],
      [2.2, 0],
      [3, 2],
      [3, 2],
      [4, 0],
      [4, 0],
      [4, 0],
    ];
    const times = estimated(waits);
    expect([times[2]!.open, times[2]!.share[0]]).toEqual([expect.closeTo(6 / 7, 12), expect.closeTo(1 / 7, 12)]);
    expect([times[3]!.open, times[3]!.share[0], times[3]!.share[1]]).toEqual(
      [18 / 35, 1 / 7, 12 / 35].map((value) => expect.closeTo(value, 12)),
    );
  });
});
