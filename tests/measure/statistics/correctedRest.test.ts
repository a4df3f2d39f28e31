import "../../propertyRuns.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { correctedRest } from "../../../src/measure/statistics/correctedRest.ts";
import { correctedShare } from "../../../src/measure/statistics/correctedShare.ts";
import { expectClose } from "./oracle.ts";

const counted = (least: number) =>
  fc
    .integer({ min: least, max: 2000 })
    .chain((total) => fc.record({ found: fc.integer({ min: 0, max: total }), total: fc.constant(total) }));
const trial = { having: 100, found: 90, lacking: 100, left: 95 };

describe("A share of which a part is known as it was found", () => {
  it("is that part and the corrected rest together, by hand", () => {
    const { share, lower, upper } = correctedRest({ found: 300, total: 400 }, { found: 40, total: 100 }, trial)!;
    // c = (.4 + .95 − 1) / .85 = .411765; (300 + 100 c) / 500
    expectClose(share, 0.682353, 1e-6, "share");
    // Between: (.6 + .2 c² − share²) / 500 = .336304 − … : sd 1.8376 %, of the rest .2 · (c − its limits).
    const rest = correctedShare(40, 100, trial)!;
    const between = (0.6 + 0.2 * 0.4117647 ** 2 - 0.6823529 ** 2) / 500;
    expectClose(
      lower,
      share - Math.sqrt((0.2 * (rest.share - rest.lower)) ** 2 + 1.959964 ** 2 * between),
      1e-6,
      "lower",
    );
    expectClose(
      upper,
      share + Math.sqrt((0.2 * (rest.upper - rest.share)) ** 2 + 1.959964 ** 2 * between),
      1e-6,
      "upper",
    );
    expect(upper - lower).toBeLessThan(0.11);
  });

  it("is the corrected share itself where there are no copies", () => {
    fc.assert(
      fc.property(counted(1), ({ found, total }) => {
        expect(correctedRest({ found: 0, total: 0 }, { found, total }, trial)).toEqual(
          correctedShare(found, total, trial),
        );
      }),
    );
  });

  it("is the share of found copies where there is no rest, whatever the rule", () => {
    const blind = { having: 10, found: 1, lacking: 10, left: 1 };
    expect(correctedRest({ found: 3, total: 4 }, { found: 0, total: 0 }, blind)).toMatchObject({ share: 0.75 });
    expect(correctedRest({ found: 3, total: 4 }, { found: 1, total: 2 }, blind)).toBeNull();
  });

  it("lies in its interval and between what copies alone and copies with the whole rest would make", () => {
    fc.assert(
      fc.property(counted(0), counted(1), (copies, rest) => {
        const { share, lower, upper } = correctedRest(copies, rest, trial)!;
        const total = copies.total + rest.total;
        expect(0 <= lower && lower <= share && share <= upper && upper <= 1).toBe(true);
        expect(share).toBeGreaterThanOrEqual(copies.found / total - 1e-12);
        expect(share).toBeLessThanOrEqual((copies.found + rest.total) / total + 1e-12);
      }),
    );
  });

  it("is refused for what cannot be", () => {
    expect(() => correctedRest({ found: 2, total: 1 }, { found: 0, total: 1 }, trial)).toThrow(RangeError);
    expect(() => correctedRest({ found: 0, total: 0 }, { found: 0, total: 0 }, trial)).toThrow(RangeError);
  });
});
