import { describe, expect, it } from "vitest";
import { usualRanges } from "../../src/measure/usualRange.ts";
import { type Month } from "../../src/model/facts.ts";

function month(part: number, whole = 100, complete = true): Month {
  const absent = { state: "missing", reason: "none-eligible" } as const;
  return {
    month: "2026-01",
    complete,
    received: { state: "exact", value: whole },
    closed: { state: "exact", value: 0 },
    answeredInNorm: whole === 0 ? absent : { state: "exact", value: part / whole, part, whole, low: 0, high: 1 },
    medianFirstReply: absent,
    medianClosing: absent,
  };
}

const outside = (months: Month[]): number[] =>
  usualRanges(months).flatMap((range, i) => {
    const share = months[i]!.answeredInNorm;
    return range !== null && share.state === "exact" && (share.value < range.low || share.value > range.high) ? [i] : [];
  });

describe("the usual range of a monthly share", () => {
  const calm = [80, 83, 78, 81, 79, 84, 80, 77, 82, 80, 81, 79].map((part) => month(part));

  it("holds ordinary months and lets a bad one out", () => {
    expect(outside(calm)).toEqual([]);
    expect(outside(calm.map((one, i) => (i === 10 ? month(50) : one)))).toEqual([10]);
  });

  it("is centre ± 3 binomial deviations where months differ by chance alone", () => {
    // Twelve hundred appeals, 964 in time; neighbours differ by less than chance, so the limits are not narrowed.
    const centre = 964 / 1200;
    const spread = 3 * Math.sqrt((centre * (1 - centre)) / 100);
    expect(usualRanges(calm)[0]).toEqual({ low: Math.round((centre - spread) * 1e4) / 1e4, high: Math.round((centre + spread) * 1e4) / 1e4 });
  });

  it("is never joined through an incomplete month, and ends where no appeal is mature", () => {
    const broken = [...calm.slice(0, 1), month(80, 100, false), ...calm.slice(1), month(0, 0)];
    const ranges = usualRanges(broken);
    expect(ranges.slice(0, 2)).toEqual([null, null]);
    expect(ranges.slice(2, 13).every((range) => range !== null)).toBe(true);
    expect(ranges[13]).toBeNull();
  });

  it("is not given for fewer than ten months in a row", () => {
    expect(usualRanges(calm.slice(0, 9)).every((range) => range === null)).toBe(true);
  });
});
