import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { benjaminiHochberg, holm } from "../../../src/measure/statistics/multipleComparisons.ts";
import { expectClose, oracle } from "./oracle.ts";

const pValues = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 });

describe("many comparisons at once", () => {
  it("adjusts p-values as R's p.adjust does", () => {
    const rows = oracle("funnel/p_adjust_expected.csv");
    const p = rows.map((row) => row("p"));
    benjaminiHochberg(p).forEach((value, i) => expectClose(value, rows[i]!("bh"), 1e-12, "BH"));
    holm(p).forEach((value, i) => expectClose(value, rows[i]!("holm"), 1e-12, "Holm"));
  });

  it("never makes a p-value smaller, and keeps the order", () => {
    fc.assert(
      fc.property(pValues, (p) => {
        for (const adjusted of [benjaminiHochberg(p), holm(p)]) {
          p.forEach((value, i) => {
            expect(adjusted[i]!).toBeGreaterThanOrEqual(value);
            expect(adjusted[i]!).toBeLessThanOrEqual(1);
            p.forEach((other, j) => expect(value < other && adjusted[i]! > adjusted[j]!).toBe(false));
          });
        }
      }),
    );
  });

  it("is never stricter by Benjamini and Hochberg than by Holm", () => {
    fc.assert(
      fc.property(pValues, (p) => {
        const strict = holm(p);
        benjaminiHochberg(p).forEach((value, i) => expect(value).toBeLessThanOrEqual(strict[i]! + 1e-15));
      }),
    );
  });

  it.each([[[-0.1]], [[1.1]], [[NaN]]])("refuses %j", (p) => {
    expect(() => benjaminiHochberg(p)).toThrow(RangeError);
    expect(() => holm(p)).toThrow(RangeError);
  });
});
