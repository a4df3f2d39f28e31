import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { knownEnd, remainingWait } from "../../src/model/remainingWait.ts";

interface Followed {
  days: number;
  ended: boolean;
}

/** S(t) by the definition: the product of 1 − d⁄n over the days of ends up to t, among those followed that long. */
function survival(appeals: readonly Followed[], until: number): number {
  let s = 1;
  for (const day of [...new Set(appeals.filter(({ ended }) => ended).map(({ days }) => days))].sort((a, b) => a - b)) {
    if (day > until) break;
    const risk = appeals.filter(({ days }) => days >= day).length;
    s *= 1 - appeals.filter(({ days, ended }) => ended && days === day).length / risk;
  }
  return s;
}

const grid = Array.from({ length: 31 }, (_, day) => day);
function curveOf(appeals: readonly Followed[]) {
  const thinFrom = grid.find((day) => appeals.filter(({ days }) => days >= day).length < 10);
  const share = grid.map((day) => 1 - survival(appeals, day));
  return { days: grid, share, low: share, high: share, ...(thinFrom === undefined ? {} : { thinFrom }) };
}

const appeals = fc.array(fc.record({ days: fc.integer({ min: 0, max: 30 }), ended: fc.boolean() }), {
  minLength: 20,
  maxLength: 80,
});

describe("what remains of a wait", () => {
  test("is the first day on which S(t + s) ⁄ S(t) has come down to a half, and to a tenth", () => {
    fc.assert(
      fc.property(appeals, fc.integer({ min: 0, max: 29 }), (followed, waited) => {
        const curve = curveOf(followed);
        const remaining = remainingWait({ curve }, waited);
        const thin = curve.thinFrom ?? Infinity;
        const left = survival(followed, waited);
        if (waited >= thin || left <= 1e-9) return remaining === null;
        const expected = (part: number): number | null => {
          for (let s = 1; waited + s <= 30; s += 1)
            if (survival(followed, waited + s) / left <= 1 - part + 1e-9) return waited + s >= thin ? null : s;
          return null;
        };
        const known = Math.min(30, thin - 1) - waited;
        expect(remaining).toEqual({
          half: expected(0.5),
          threeQuarters: expected(0.75),
          nineOfTen: expected(0.9),
          known,
          left: expect.closeTo(survival(followed, Math.min(30, thin - 1)) / left, 9) as number,
        });
        return true;
      }),
    );
  });

  test("of a wait that has just begun is what the figures of the same page say", () => {
    const curve = { days: [0, 1, 5], share: [0, 0.8, 0.8], low: [0, 0, 0], high: [1, 1, 1] };
    const median = { state: "exact" as const, days: 0.46, low: null, high: null };
    expect(remainingWait({ curve, median }, 0)).toMatchObject({ half: 0.46, threeQuarters: 1, nineOfTen: null });
    expect(remainingWait({ curve, median }, 1)?.half).toBeNull();
    expect(remainingWait({ curve, median }, 0)?.left).toBeCloseTo(0.2);
    expect(knownEnd({ curve })?.left).toBeCloseTo(0.2);
  });

  test("is not known without a curve, beyond it, and where hardly anybody is left", () => {
    expect(remainingWait({ curve: { state: "hidden", reason: "too-few" } }, 0)).toBeNull();
    const curve = { days: [0, 5, 10], share: [0, 0.5, 1], low: [0, 0, 0], high: [1, 1, 1] };
    expect(remainingWait({ curve }, 0)).toEqual({
      half: 5,
      threeQuarters: 10,
      nineOfTen: 10,
      known: 10,
      left: 0,
    });
    expect(remainingWait({ curve }, 5)).toMatchObject({ half: 5, nineOfTen: 5, known: 5, left: 0 });
    expect(remainingWait({ curve }, 10)).toBeNull();
    expect(remainingWait({ curve }, 11)).toBeNull();
    expect(remainingWait({ curve: { ...curve, thinFrom: 10 } }, 0)).toMatchObject({
      half: 5,
      nineOfTen: null,
      known: 5,
      left: 0.5,
    });
    expect(remainingWait({ curve: { ...curve, thinFrom: 5 } }, 7)).toBeNull();
  });
});
