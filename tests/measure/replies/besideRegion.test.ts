import { expect, test } from "vitest";
import { besideRegion } from "../../../src/measure/replies/besideRegion.ts";

test("A topic's share is more or less only where the region's lies well outside the interval that is printed", () => {
  const verdict = (low: number, high: number) => besideRegion({ value: 0.4, low, high }, 0.462).verdict;
  expect(verdict(0.37, 0.43)).toBe("less");
  expect(verdict(0.36, 0.45)).toBe("chance");
  expect(verdict(0.33, 0.47)).toBe("chance");
  expect(besideRegion({ value: 0.5, low: 0.48, high: 0.52 }, 0.462).verdict).toBe("more");
  // Outside the limits as computed, inside them as printed.
  expect(besideRegion({ value: 0.4697, low: 0.4651, high: 0.474 }, 0.4649).verdict).toBe("chance");
  expect(besideRegion({ value: 0.4, low: 0.37, high: 0.43 }, 0.462).value).toBe(0.462);
});
