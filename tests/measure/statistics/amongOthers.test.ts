import "../../propertyRuns.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amongOthers } from "../../../src/measure/statistics/amongOthers.ts";
import { poissonExact } from "../../../src/measure/statistics/poissonInterval.ts";
import { expectClose } from "./oracle.ts";

const cell = fc
  .integer({ min: 0, max: 300 })
  .chain((total) => fc.record({ count: fc.integer({ min: 0, max: total }), total: fc.constant(total) }));
const cells = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 });

describe("one among others", () => {
  it("is expected what the others' rates make of its cells, by hand", () => {
    const own = [
      { count: 30, total: 100 },
      { count: 10, total: 100 },
      { count: 8, total: 10 },
    ];
    const others = [
      { count: 40, total: 200 },
      { count: 20, total: 400 },
      { count: 1, total: 9 },
    ];
    const found = amongOthers(own, others)!;
    // Of 200 comparable ones 100 · .2 + 100 · .05 = 25 were expected, 40 are there; the ten without their like are taken as they are.
    expect(found).toMatchObject({ comparable: 200, ratio: 1.6 });
    expectClose(found.expected, (25 + 8) / 210, 1e-12, "expected");
    // Var E = 100² · (41/202 · 161/202) / 200 + 100² · (21/402 · 381/402) / 400 = 9.3264; E ± 5.9856. O: 28.5766 … 54.4686.
    // The limits are where |O − R E| = √((O − its limit)² + R² (5.9856)²), found by halving.
    expectClose(found.lower, 1.0755, 1e-5, "lower");
    expectClose(found.upper!, 2.41872, 1e-5, "upper");
  });

  it("has the exact limits of its own count alone where the others are as good as without end", () => {
    const found = amongOthers([{ count: 40, total: 100 }], [{ count: 2.5e11, total: 1e12 }])!;
    const { lower, upper } = poissonExact(40);
    expectClose(found.lower, lower / 25, 1e-4, "lower");
    expectClose(found.upper!, upper / 25, 1e-4, "upper");
  });

  it("is less certain where the others are few, and has more where they have none", () => {
    const limits = (scale: number) =>
      amongOthers([{ count: 40, total: 100 }], [{ count: 5 * scale, total: 20 * scale }])!;
    expect(limits(1).lower).toBeLessThan(limits(10).lower);
    expect(limits(1).upper!).toBeGreaterThan(limits(10).upper!);
    expect(amongOthers([{ count: 40, total: 100 }], [{ count: 0, total: 1000 }])!).toMatchObject({
      ratio: null,
      upper: null,
    });
    expect(amongOthers([{ count: 40, total: 100 }], [{ count: 0, total: 1000 }])!.lower).toBeGreaterThan(1);
  });

  it("is not compared where the others have nothing of the kind", () => {
    expect(amongOthers([{ count: 4, total: 10 }], [{ count: 4, total: 9 }])).toBeNull();
    expect(() => amongOthers([], [{ count: 0, total: 0 }])).toThrow(RangeError);
  });

  it("has its ratio between the limits, and a share for what is expected", () => {
    fc.assert(
      fc.property(cells, (pairs) => {
        const found = amongOthers(
          pairs.map(([own]) => own),
          pairs.map(([, other]) => other),
        );
        if (found === null || found.comparable === 0) return;
        const { expected, ratio, lower, upper } = found;
        expect(0 <= expected && expected <= 1 + 1e-12).toBe(true);
        expect(lower).toBeGreaterThanOrEqual(0);
        if (ratio !== null) expect(lower).toBeLessThanOrEqual(ratio + 1e-12);
        if (ratio !== null && upper !== null) expect(upper).toBeGreaterThanOrEqual(ratio - 1e-12);
      }),
    );
  });
});
