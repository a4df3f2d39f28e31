import fc from "fast-check";
import { describe, it } from "vitest";
import { chiSquareTail, gammaQuantile, gammaTails } from "../../../src/measure/statistics/incompleteGamma.ts";
import { expectClose } from "./oracle.ts";

describe("the gamma distribution", () => {
  it("equals its closed forms", () => {
    for (const x of [1e-6, 0.3, 1, 2.5, 10, 40]) {
      expectClose(gammaTails(1, x).upper / Math.exp(-x), 1, 1e-13, `shape 1 at ${x}`);
      expectClose(gammaTails(3, x).upper / (Math.exp(-x) * (1 + x + (x * x) / 2)), 1, 1e-13, `shape 3 at ${x}`);
    }
  });

  it("gives the 95 % point of chi-square at each number of degrees", () => {
    // Any table of the chi-square distribution; z^2 for one degree.
    expectClose(chiSquareTail(1.959963984540054 ** 2, 1), 0.05, 1e-14, "1");
    expectClose(chiSquareTail(-2 * Math.log(0.05), 2), 0.05, 1e-15, "2");
    expectClose(chiSquareTail(18.307038053275146, 10), 0.05, 1e-13, "10");
    expectClose(chiSquareTail(124.34211340400407, 100), 0.05, 1e-13, "100");
  });

  it("has tails that add to one and a quantile that gives the tail back", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.5, max: 50_000, noNaN: true }),
        fc.constantFrom(0.001, 0.025, 0.1, 0.5),
        fc.constantFrom("lower" as const, "upper" as const),
        (shape, p, tail) => {
          const x = gammaQuantile(tail, p, shape);
          const tails = gammaTails(shape, x);
          expectClose(tails[tail] / p, 1, 1e-10, `tail of ${shape}`);
          expectClose(tails.lower + tails.upper, 1, 1e-14, "sum");
        },
      ),
    );
  });
});
