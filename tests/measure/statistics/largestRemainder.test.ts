import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { largestRemainder } from "../../../src/measure/statistics/largestRemainder.ts";

const counts = fc
  .array(fc.nat(1_000_000), { minLength: 1, maxLength: 30 })
  .filter((list) => list.some((count) => count > 0));

describe("shares that add to the whole", () => {
  it("gives the units left over to the largest remainders", () => {
    expect(largestRemainder([1, 1, 1])).toEqual([34, 33, 33]);
    expect(largestRemainder([1, 1, 1], 1000)).toEqual([334, 333, 333]);
    expect(largestRemainder([0, 7])).toEqual([0, 100]);
    expect(largestRemainder([470, 160, 150, 220])).toEqual([47, 16, 15, 22]);
  });

  it("prefers the larger count where remainders are equal", () => {
    // Quotas 12.5, 37.5 and 50: the one unit left over goes to the larger of the two halves.
    expect(largestRemainder([1, 3, 4])).toEqual([12, 38, 50]);
  });

  it("always adds to exactly the total, each share within one unit of its quota", () => {
    fc.assert(
      fc.property(counts, fc.constantFrom(100, 1000), (list, total) => {
        const parts = largestRemainder(list, total);
        const sum = list.reduce((a, b) => a + b);
        expect(parts.reduce((a, b) => a + b)).toBe(total);
        parts.forEach((part, i) => expect(Math.abs(part - (list[i]! * total) / sum)).toBeLessThan(1));
      }),
    );
  });

  it("never gives a larger count the smaller share", () => {
    fc.assert(
      fc.property(counts, (list) => {
        const parts = largestRemainder(list);
        const order = list.map((_, i) => i).sort((a, b) => list[a]! - list[b]!);
        for (let i = 1; i < order.length; i++) {
          if (list[order[i]!]! > list[order[i - 1]!]!) {
            expect(parts[order[i]!]).toBeGreaterThanOrEqual(parts[order[i - 1]!]!);
          }
        }
      }),
    );
  });

  it.each([[[]], [[0, 0]], [[-1, 2]], [[0.5, 1]], [[NaN]]])("refuses %j", (list) => {
    expect(() => largestRemainder(list)).toThrow(RangeError);
  });

  it("refuses a total that is not a whole number", () => {
    expect(() => largestRemainder([1], 0.5)).toThrow(RangeError);
  });
});
