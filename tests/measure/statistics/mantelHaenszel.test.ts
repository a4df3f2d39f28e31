import "../../propertyRuns.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { riskDifference, type Stratum } from "../../../src/measure/statistics/mantelHaenszel.ts";
import { seeded } from "../../../scripts/bench/sampleAppeals.ts";

const stratum = fc
  .tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([n1, n0, rate]): Stratum => ({
    eventsWith: Math.round(n1 * rate),
    totalWith: n1,
    eventsWithout: Math.round(n0 * rate * rate),
    totalWithout: n0,
  }));

describe("the Mantel–Haenszel risk difference", () => {
  // University Group Diabetes Program, deaths by age: Rothman, Greenland & Lash, Modern Epidemiology, 3rd ed., table 15-1.
  it("is .035, with 90 % of −.018 to .087, for the deaths of the diabetes program in two ages", () => {
    const found = riskDifference([
      { eventsWith: 8, totalWith: 106, eventsWithout: 5, totalWithout: 120 },
      { eventsWith: 22, totalWith: 98, eventsWithout: 16, totalWithout: 85 },
    ])!;
    expect(found.difference).toBeCloseTo(0.0349, 4);
    const ninety = 1.644854 / 1.959964;
    expect(found.difference - (found.difference - found.lower) * ninety).toBeCloseTo(-0.018, 3);
    expect(found.difference + (found.upper - found.difference) * ninety).toBeCloseTo(0.087, 3);
    expect(found).toMatchObject({ having: 204, lacking: 205, strata: 2 });
  });

  it("is the plain difference of one stratum, and turns its sign where with and without change places", () => {
    fc.assert(
      fc.property(fc.array(stratum, { minLength: 1, maxLength: 6 }), (strata) => {
        const found = riskDifference(strata)!;
        const turned = riskDifference(
          strata.map(({ eventsWith, totalWith, eventsWithout, totalWithout }) => ({
            eventsWith: eventsWithout,
            totalWith: totalWithout,
            eventsWithout: eventsWith,
            totalWithout: totalWith,
          })),
        )!;
        expect(turned.difference).toBeCloseTo(-found.difference, 12);
        expect(turned.upper).toBeCloseTo(-found.lower, 9);
        const { eventsWith, totalWith, eventsWithout, totalWithout } = strata[0]!;
        expect(riskDifference([strata[0]!])!.difference).toBeCloseTo(
          eventsWith / totalWith - eventsWithout / totalWithout,
          12,
        );
        expect(found.lower).toBeLessThanOrEqual(found.difference);
        expect(found.upper).toBeGreaterThanOrEqual(found.difference);
      }),
    );
  });

  it("holds the true difference in about 95 of 100 samples, of few large strata and of many small ones", () => {
    const random = seeded(21);
    const drawn = (n: number, rate: number): number =>
      Array.from({ length: n }, random).filter((at) => at < rate).length;
    for (const [strata, size] of [
      [2, 200],
      [60, 4],
    ] as const) {
      let held = 0;
      for (let run = 0; run < 400; run += 1) {
        const sample = Array.from({ length: strata }, (_, at) => {
          const base = 0.1 + (0.5 * at) / strata;
          return {
            eventsWith: drawn(size, base + 0.2),
            totalWith: size,
            eventsWithout: drawn(2 * size, base),
            totalWithout: 2 * size,
          };
        });
        const { lower, upper } = riskDifference(sample)!;
        if (lower <= 0.2 && upper >= 0.2) held += 1;
      }
      expect(held / 400).toBeGreaterThan(0.925);
      expect(held / 400).toBeLessThan(0.98);
    }
  });

  it("says nothing where no stratum has both, and refuses more events than appeals", () => {
    expect(riskDifference([{ eventsWith: 3, totalWith: 9, eventsWithout: 0, totalWithout: 0 }])).toBeNull();
    expect(() => riskDifference([{ eventsWith: 3, totalWith: 2, eventsWithout: 0, totalWithout: 1 }])).toThrow(
      RangeError,
    );
  });
});
