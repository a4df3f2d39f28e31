import type { Count, Mean, Share, missingReasons } from "../model/figures.ts";
import { wilson } from "./statistics/wilson.ts";

export type MissingReason = (typeof missingReasons)[number];

/** A figure that is not there, with the reason; fits every kind of figure. */
export type Absent = { state: "hidden"; reason: "too-few" } | { state: "missing"; reason: MissingReason };

export const tooFew: Absent = { state: "hidden", reason: "too-few" };

export function missing(reason: MissingReason): Absent {
  return { state: "missing", reason };
}

export function exactCount(value: number): Count {
  return { state: "exact", value };
}

/** A part of a whole with its Wilson 95 % interval; the whole must be above 0. */
export function exactShare(part: number, whole: number): Share {
  const { lower, upper } = wilson(part, whole);
  return { state: "exact", value: part / whole, part, whole, low: rounded(lower, 1e6), high: rounded(upper, 1e6) };
}

export function exactMean(sum: number, n: number): Mean {
  return { state: "exact", value: sum / n, n };
}

/**
 * Limits and curves are published rounded: to 1e-6 and 1e-4 of the whole, and days to 1e-4 (nine seconds). Nobody can
 * use more, and the last digits of exp and log differ between processors.
 */
export function rounded(value: number, scale: number): number {
  return Math.round(value * scale) / scale;
}
