import { describe, expect, it } from "vitest";
import { binomialLimits, poissonLimits } from "../../../src/measure/statistics/interpolatedLimits.ts";
import { poissonExact } from "../../../src/measure/statistics/poissonInterval.ts";
import { expectClose, oracle } from "./oracle.ts";

describe("exact limits with interpolation", () => {
  it.each(
    oracle("funnel/binomial_exact_interpolated_limits.csv").map((row) => [row("n"), row("theta0"), row] as const),
  )("agree with R for shares: n = %d, target %d", (n, target, row) => {
    const usual = binomialLimits(n, target, 0.95);
    const wide = binomialLimits(n, target, 0.998);
    expectClose(usual.lower, row("lo95"), 1e-7, "lower");
    expectClose(usual.upper, row("hi95"), 1e-7, "upper");
    expectClose(wide.lower, row("lo998"), 1e-7, "lower at 99.8 %");
    expectClose(wide.upper, row("hi998"), 1e-7, "upper at 99.8 %");
  });

  it.each(oracle("funnel/poisson_limits.csv").map((row) => [row("E"), row] as const))(
    "agree with R for ratios: %d expected",
    (expected, row) => {
      const usual = poissonLimits(expected, 0.95);
      const wide = poissonLimits(expected, 0.998);
      expectClose(usual.lower, row("lo95"), 1e-7, "lower");
      expectClose(usual.upper, row("hi95"), 1e-7, "upper");
      expectClose(wide.lower, row("lo998"), 1e-7, "lower at 99.8 %");
      expectClose(wide.upper, row("hi998"), 1e-7, "upper at 99.8 %");
      const gamma = poissonExact(expected);
      expectClose(gamma.lower / expected, row("chisq_lo95"), 1e-9, "lower by chi-square");
      expectClose(gamma.upper / expected, row("chisq_hi95"), 1e-9, "upper by chi-square");
    },
  );

  it("stay near the normal limits for very many appeals", () => {
    const { lower, upper } = binomialLimits(1_000_000, 0.3, 0.95);
    const spread = 1.959963984540054 * Math.sqrt((0.3 * 0.7) / 1_000_000);
    expectClose(lower, 0.3 - spread, 2e-6, "lower");
    expectClose(upper, 0.3 + spread, 2e-6, "upper");
  });

  it("refuse impossible totals, targets and expectations", () => {
    for (const [n, target] of [
      [0, 0.5],
      [1.5, 0.5],
      [10, -0.1],
      [10, 1.1],
      [10, NaN],
    ] as const) {
      expect(() => binomialLimits(n, target, 0.95)).toThrow(RangeError);
    }
    for (const expected of [0, -1, NaN, Infinity]) {
      expect(() => poissonLimits(expected, 0.95)).toThrow(RangeError);
    }
  });
});
