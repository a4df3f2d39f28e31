import { describe, expect, it } from "vitest";
import { poissonByar, poissonExact } from "../../../src/measure/statistics/poissonInterval.ts";
import { expectClose, oracle } from "./oracle.ts";

describe("the interval of a count", () => {
  it.each(oracle("rates/poisson_ci_expected.csv").map((row) => [row("O"), row] as const))(
    "agrees with R: %d cases",
    (count, row) => {
      const exact = poissonExact(count);
      expectClose(exact.lower, row("exact_lo"), 1e-9, "exact lower");
      expectClose(exact.upper, row("exact_hi"), 1e-9, "exact upper");
      const byar = poissonByar(count);
      expectClose(byar.lower, row("byar_lo"), 1e-9, "Byar's lower");
      expectClose(byar.upper, row("byar_hi"), 1e-9, "Byar's upper");
    },
  );

  it.each(oracle("funnel/funnelplotr_published_test_limits.csv").map((row) => [row("number_seq"), row] as const))(
    "gives the published limits of a ratio with %d expected",
    (expected, row) => {
      const usual = poissonExact(expected);
      const wide = poissonExact(expected, 0.998);
      expectClose(usual.lower / expected, row("ll95"), 1e-7, "lower");
      expectClose(usual.upper / expected, row("ul95"), 1e-7, "upper");
      expectClose(wide.lower / expected, row("ll998"), 1e-7, "lower at 99.8 %");
      expectClose(wide.upper / expected, row("ul998"), 1e-7, "upper at 99.8 %");
    },
  );

  it("does not fall below zero by Byar's formula", () => {
    expect(poissonByar(1, 0.998).lower).toBe(0);
    expect(poissonExact(1, 0.998).lower).toBeGreaterThan(0);
  });

  it.each([-1, 0.5, NaN, Infinity])("refuses %d cases", (count) => {
    expect(() => poissonExact(count)).toThrow(RangeError);
    expect(() => poissonByar(count)).toThrow(RangeError);
  });
});
