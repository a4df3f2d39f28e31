import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { binomialProbability, poissonProbability } from "../../../src/measure/statistics/stirling.ts";
import { expectClose } from "./oracle.ts";

/** C(n, x) as an exact whole number. */
function choose(n: number, x: number): bigint {
  let result = 1n;
  for (let i = 1; i <= x; i++) result = (result * BigInt(n - x + i)) / BigInt(i);
  return result;
}

describe("probabilities of counts", () => {
  it("are exact for a fair coin", () => {
    for (const n of [1, 2, 7, 30, 200, 1000]) {
      for (let x = 0; x <= n; x += Math.ceil(n / 50)) {
        const exact = Number((choose(n, x) << 1000n) >> BigInt(n)) / 2 ** 1000;
        if (exact < 1e-280) continue;
        expectClose(binomialProbability(x, n, 0.5) / exact, 1, 2e-13, `${x} of ${n}`);
      }
    }
  });

  it("add to one", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, p) => {
        let sum = 0;
        for (let x = 0; x <= n; x++) sum += binomialProbability(x, n, p);
        expectClose(sum, 1, 1e-12, "sum");
      }),
    );
    fc.assert(
      fc.property(fc.double({ min: 0, max: 200, noNaN: true }), (mean) => {
        let sum = 0;
        for (let x = 0; x <= 600; x++) sum += poissonProbability(x, mean);
        expectClose(sum, 1, 1e-12, "sum");
      }),
    );
  });

  it("know certainty", () => {
    expect(binomialProbability(0, 5, 0)).toBe(1);
    expect(binomialProbability(5, 5, 1)).toBe(1);
    expect(binomialProbability(4, 5, 1)).toBe(0);
    expect(poissonProbability(0, 0)).toBe(1);
    expect(poissonProbability(1, 0)).toBe(0);
  });
});
