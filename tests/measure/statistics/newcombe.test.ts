import { describe, expect, it } from "vitest";
import { newcombe } from "../../../src/measure/statistics/newcombe.ts";
import { expectClose, oracle } from "./oracle.ts";

describe("the interval of a difference of shares", () => {
  it.each(
    oracle("rates/newcombe_diff_expected.csv").map((row) => [row("a"), row("m"), row("b"), row("n"), row] as const),
  )("agrees with Newcombe's method 10: %d/%d and %d/%d", (a, m, b, n, row) => {
    const { difference, lower, upper } = newcombe(a, m, b, n);
    expectClose(difference, row("diff"), 1e-12, "difference");
    expectClose(lower, row("lower"), 1e-9, "lower");
    expectClose(upper, row("upper"), 1e-9, "upper");
  });

  it("gives the published row 56/70 and 48/80", () => {
    const { lower, upper } = newcombe(56, 70, 48, 80);
    expect([lower.toFixed(4), upper.toFixed(4)]).toEqual(["0.0524", "0.3339"]);
  });

  it("is wider at 99.8 %", () => {
    expect(newcombe(56, 70, 48, 80, 0.998).lower).toBeLessThan(0);
  });

  it("refuses impossible counts on either side", () => {
    expect(() => newcombe(3, 2, 1, 2)).toThrow(RangeError);
    expect(() => newcombe(1, 2, 1, 0)).toThrow(RangeError);
  });
});
