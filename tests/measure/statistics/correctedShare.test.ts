import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { correctedShare } from "../../../src/measure/statistics/correctedShare.ts";
import { wilson } from "../../../src/measure/statistics/wilson.ts";
import { expectClose, uniform } from "./oracle.ts";

/** A trial so large that sensitivity and specificity are as good as known. */
const known = (sensitivity: number, specificity: number) => ({
  having: 1e9,
  found: sensitivity * 1e9,
  lacking: 1e9,
  left: specificity * 1e9,
});

const trials = fc.tuple(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 500 })).chain(([having, lacking]) =>
  fc.record({
    having: fc.constant(having),
    found: fc.integer({ min: 0, max: having }),
    lacking: fc.constant(lacking),
    left: fc.integer({ min: 0, max: lacking }),
  }),
);
const counts = fc
  .integer({ min: 1, max: 5000 })
  .chain((total) => fc.tuple(fc.integer({ min: 0, max: total }), fc.constant(total)));

describe("A share corrected for the errors of its rule", () => {
  it("is what has been published: 23 of 150 herds by a test of 96 % and 89 % are 5.1 % (documentation of epiR)", () => {
    expectClose(correctedShare(23, 150, known(0.96, 0.89))!.share, 0.051, 0.0005, "share");
  });

  it("is what has been published: 20 of 120 by a test of 90 % and 99 % (documentation of RSurveillance, Wilson limits)", () => {
    const { share, lower, upper } = correctedShare(20, 120, known(0.9, 0.99))!;
    expectClose(share, 0.17603, 0.00001, "share");
    expectClose(lower, 0.1129887, 0.002, "lower");
    expectClose(upper, 0.2623065, 0.002, "upper");
  });

  it("is 0 where the rule finds less than it finds by mistake", () => {
    expect(correctedShare(6, 151, known(0.964, 0.927))!.share).toBe(0);
  });

  it("is the raw share where the rule makes no mistake, with the interval of the share alone where the trial was large", () => {
    fc.assert(
      fc.property(counts, ([count, total]) => {
        const corrected = correctedShare(count, total, known(1, 1))!;
        const raw = wilson(count, total);
        expectClose(corrected.share, raw.share, 1e-9, "share");
        // Agresti and Coull's limits contain Wilson's, and are near them.
        expect(corrected.lower).toBeLessThanOrEqual(raw.lower + 1e-6);
        expect(corrected.upper).toBeGreaterThanOrEqual(raw.upper - 1e-6);
      }),
    );
  });

  it("lies in its interval, and both between 0 and 1; no rule without any power gives one", () => {
    fc.assert(
      fc.property(counts, trials, ([count, total], trial) => {
        const corrected = correctedShare(count, total, trial);
        const power = trial.found / trial.having + trial.left / trial.lacking - 1;
        if (power <= 0) expect(corrected).toBeNull();
        if (corrected === null) return;
        const { share, lower, upper } = corrected;
        expect(0 <= lower && lower <= share && share <= upper && upper <= 1).toBe(true);
      }),
    );
  });

  it("of the replies that lack the mark is what is left of it", () => {
    fc.assert(
      fc.property(counts, trials, ([count, total], trial) => {
        const one = correctedShare(count, total, trial);
        const other = correctedShare(total - count, total, {
          having: trial.lacking,
          found: trial.left,
          lacking: trial.having,
          left: trial.found,
        });
        if (one === null || other === null) {
          expect(one).toBe(other);
          return;
        }
        expectClose(other.share, 1 - one.share, 1e-9, "share");
        expectClose(other.lower, 1 - one.upper, 1e-9, "lower");
      }),
    );
  });

  it("is less certain where the rule was tried on fewer texts", () => {
    const width = (scale: number) => {
      const { lower, upper } = correctedShare(300, 1000, {
        having: 20 * scale,
        found: 18 * scale,
        lacking: 20 * scale,
        left: 19 * scale,
      })!;
      return upper - lower;
    };
    expect(width(1)).toBeGreaterThan(width(5));
    expect(width(5)).toBeGreaterThan(width(100));
  });

  it("holds the truth in its interval about nineteen times in twenty", () => {
    const random = uniform(2026);
    const drawn = (trials: number, chance: number): number =>
      Array.from({ length: trials }, random).filter((value) => value < chance).length;
    const [truth, sensitivity, specificity] = [0.3, 0.9, 0.96];
    const rounds = 1000;
    let held = 0;
    for (let round = 0; round < rounds; round += 1) {
      const having = drawn(200, truth * sensitivity + (1 - truth) * (1 - specificity));
      const corrected = correctedShare(having, 200, {
        having: 45,
        found: drawn(45, sensitivity),
        lacking: 90,
        left: drawn(90, specificity),
      })!;
      if (corrected.lower <= truth && truth <= corrected.upper) held += 1;
    }
    expect(held / rounds).toBeGreaterThan(0.93);
    expect(held / rounds).toBeLessThan(0.985);
  });

  it("is refused for what cannot be", () => {
    const trial = { having: 10, found: 9, lacking: 10, left: 9 };
    expect(() => correctedShare(5, 4, trial)).toThrow(RangeError);
    expect(() => correctedShare(0, 0, trial)).toThrow(RangeError);
    expect(() => correctedShare(1, 4, { ...trial, found: 11 })).toThrow(RangeError);
    expect(() => correctedShare(1, 4, { ...trial, having: 0, found: 0 })).toThrow(RangeError);
  });
});
