import { describe, expect, test } from "vitest";
import { countRange, countTail } from "../../../src/measure/statistics/negativeBinomial.ts";

describe("the chance of so many or more", () => {
  test("is that of Poisson where the variance is the mean", () => {
    // R: ppois(9, 4, lower.tail = FALSE) and ppois(2, 0.5, lower.tail = FALSE)
    expect(countTail(10, 4, 4)).toBeCloseTo(0.00813224279, 10);
    expect(countTail(3, 0.5, 0.5)).toBeCloseTo(0.01438767797, 10);
  });

  test("is that of the geometric law, which is known exactly", () => {
    // Size 1: variance = mean + mean²; P(X ≥ x) = (mean / (1 + mean))^x.
    for (const mean of [0.3, 1, 7])
      for (const x of [1, 2, 5, 40]) {
        const exact = (mean / (1 + mean)) ** x;
        expect(Math.abs(countTail(x, mean, mean + mean * mean) / exact - 1)).toBeLessThan(1e-10);
      }
  });

  test("nears Poisson as the excess goes", () => {
    expect(countTail(10, 4, 4 + 1e-7)).toBeCloseTo(countTail(10, 4, 4), 6);
  });

  test("is 1 of nought", () => {
    expect(countTail(0, 3, 5)).toBe(1);
  });
});

test("a range holds what it says, and no more than half of the rest on either side", () => {
  for (const [mean, variance] of [
    [0.4, 0.4],
    [5, 9],
    [60, 200],
  ] as const) {
    const { low, high } = countRange(mean, variance);
    expect(countTail(low, mean, variance)).toBeGreaterThanOrEqual(0.975);
    expect(countTail(high + 1, mean, variance)).toBeLessThanOrEqual(0.025);
    expect(countTail(high, mean, variance)).toBeGreaterThan(0.025);
  }
});
