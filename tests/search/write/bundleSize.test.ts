import { expect, test } from "vitest";
import { bundleSizeOf } from "../../../src/search/write/bundleSize.ts";

test("texts of a portal of middle size make so few files that 100,000 appeals stay below 20,000 files", () => {
  expect([100, 21_000, 21_001, 100_000, 600_000, 600_001, 1_000_000].map(bundleSizeOf)).toEqual([
    4, 4, 10, 10, 10, 4, 4,
  ]);
  expect(100_000 / bundleSizeOf(100_000)).toBeLessThanOrEqual(10_000);
});
