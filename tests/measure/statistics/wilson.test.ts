import { describe, expect, it } from "vitest";
import { wilson } from "../../../src/measure/statistics/wilson.ts";
import { expectClose, oracle } from "./oracle.ts";

describe("the Wilson interval of a share", () => {
  it.each(oracle("rates/proportion_ci_expected.csv").map((row) => [row("x"), row("n"), row] as const))(
    "agrees with R: %d of %d",
    (count, total, row) => {
      const usual = wilson(count, total);
      const wide = wilson(count, total, 0.998);
      expect(usual.share).toBe(count / total);
      expectClose(usual.lower, row("wilson_lo"), 1e-9, "lower");
      expectClose(usual.upper, row("wilson_hi"), 1e-9, "upper");
      expectClose(wide.lower, row("wilson998_lo"), 1e-9, "lower at 99.8 %");
      expectClose(wide.upper, row("wilson998_hi"), 1e-9, "upper at 99.8 %");
    },
  );

  it("gives the rows Newcombe published", () => {
    const rounded = [
      [81, 263],
      [15, 148],
      [0, 20],
      [1, 29],
    ].map(([count, total]) => {
      const { lower, upper } = wilson(count!, total!);
      return [lower.toFixed(4), upper.toFixed(4)];
    });
    expect(rounded).toEqual([
      ["0.2553", "0.3662"],
      ["0.0624", "0.1605"],
      ["0.0000", "0.1611"],
      ["0.0061", "0.1718"],
    ]);
  });

  it("ends exactly at 0 and 1 where none or all succeeded", () => {
    for (let total = 1; total <= 500; total++) {
      expect(wilson(0, total).lower).toBe(0);
      expect(wilson(total, total).upper).toBe(1);
    }
  });

  it.each([
    [1, 0],
    [3, 2],
    [-1, 2],
    [NaN, 2],
    [1, NaN],
  ])("refuses %d of %d", (count, total) => {
    expect(() => wilson(count, total)).toThrow(RangeError);
  });
});
