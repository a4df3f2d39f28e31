import { describe, expect, it } from "vitest";
import { usualRanges, usualReceipts } from "../../src/measure/usualRange.ts";
import type { Month } from "../../src/model/facts.ts";

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
    usual: null,
  };
}

const outside = (months: Month[]): number[] =>
  usualRanges(months).flatMap((range, i) => {
    const share = months[i]!.answeredInNorm;
    return range !== null && share.state === "exact" && (share.value < range.low || share.value > range.high)
      ? [i]
      : [];
  });

describe("the usual range of a monthly share", () => {
  const calm = [80, 83, 78, 81, 79, 84, 80, 77, 82, 80, 81, 79].map((part) => month(part));

  it("holds ordinary months and lets a bad one out", () => {
    expect(outside(calm)).toEqual([]);
    const withBadOne = calm.map((one, i) => (i === 10 ? month(50) : one));
    expect(outside(withBadOne)).toEqual([10]);
    expect(usualRanges(withBadOne).map((range) => range?.outside ?? "")).toEqual(
      calm.map((_, i) => (i === 10 ? "below" : "")),
    );
  });

  it("is centre ± 3 binomial deviations where months differ by chance alone", () => {
    // Twelve hundred appeals, 964 in time; neighbours differ by less than chance, so the limits are not narrowed.
    const centre = 964 / 1200;
    const spread = 3 * Math.sqrt((centre * (1 - centre)) / 100);
    expect(usualRanges(calm)[0]).toEqual({
      low: Math.round((centre - spread) * 1e4) / 1e4,
      high: Math.round((centre + spread) * 1e4) / 1e4,
    });
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

  it("says where the level itself has moved, so that one range for all months tells little", () => {
    const shifted = [...calm, ...calm].map(({ answeredInNorm }, i) =>
      month(answeredInNorm.state === "exact" ? answeredInNorm.part - (i < 12 ? 0 : 6) : 0),
    );
    expect(usualRanges(shifted).every((range) => range?.shifted === true)).toBe(true);
    expect(usualRanges(calm).some((range) => range?.shifted)).toBe(false);
  });
});

describe("the usual range of the number received", () => {
  const receipts = [100, 110, 95, 105, 98, 107, 102, 99, 104, 101, 97, 103];
  const months = (counts: readonly number[]): Month[] => counts.map((count) => month(count, count));

  it("is the mean ∓ 2.66 times the mean difference of neighbours", () => {
    const moving = receipts.slice(1).map((value, i) => Math.abs(value - receipts[i]!));
    const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
    const range = usualReceipts(months(receipts))[0]!;
    expect(range.low).toBeCloseTo(mean(receipts) - 2.66 * mean(moving), 1);
    expect(range.high).toBeCloseTo(mean(receipts) + 2.66 * mean(moving), 1);
  });

  it("lets out a month in which something happened, and no number falls below nothing", () => {
    expect(
      usualReceipts(months(receipts.map((count, i) => (i === 6 ? 300 : count))))
        .map((range) => range?.outside ?? "")
        .join(""),
    ).toBe("above");
    expect(usualReceipts(months(receipts.map((count) => (count % 2) * 9))).every((range) => range!.low >= 0)).toBe(
      true,
    );
  });

  it("is not told of a few appeals a month: a year without any is no change of level", () => {
    expect(usualReceipts(months([1, ...Array<number>(20).fill(0), 1, 2, 6]))).toEqual(Array(24).fill(null));
    expect(usualReceipts(months(Array<number>(12).fill(5)))[0]).not.toBeNull();
  });

  it("calls no season a shift: with under two years it cannot be told from one, and then the year before has it too", () => {
    const winters = (length: number): number[] =>
      Array.from({ length }, (_, at) => receipts[at % 12]! + ((at + 2) % 12 < 6 ? 60 : 0));
    for (const length of [12, 24, 36])
      expect(usualReceipts(months(winters(length))).map((range) => [range!.seasonal, range!.shifted])).toEqual(
        Array(length).fill([true, undefined]),
      );
    const moved = winters(36).map((count, at) => count + (at < 18 ? 0 : 90));
    expect(usualReceipts(months(moved)).every((range) => range!.shifted === true && !range!.seasonal)).toBe(true);
    // Without two years the same step reads as what it may be.
    const step = receipts.map((count, at) => count + (at < 6 ? 0 : 60));
    expect(usualReceipts(months(step)).every((range) => range!.seasonal === true && !range!.shifted)).toBe(true);
    // Shares have no season of their own.
    expect(usualRanges([...Array(8).fill(month(90)), ...Array(8).fill(month(40))] as Month[])[0]!.shifted).toBe(true);
  });

  it("leaves out the incomplete last month", () => {
    const ranges = usualReceipts([...months(receipts), month(3, 3, false)]);
    expect(ranges.at(-1)).toBeNull();
    expect(ranges[0]).toEqual(usualReceipts(months(receipts))[0]);
  });
});
