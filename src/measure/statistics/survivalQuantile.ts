import type { SurvivalCurve } from "./kaplanMeier.ts";

/**
 * The time by which a given share has been answered, in the unit of the curve. "Not reached" is a value of
 * its own: print it as "more than `beyond`", never as a blank or a zero. A limit that is not reached is null.
 */
export type Quantile =
  | { readonly reached: true; readonly value: number; readonly lower: number | null; readonly upper: number | null }
  | {
      readonly reached: false;
      readonly lower: number | null;
      /** The last observed time. */
      readonly beyond: number;
    };

/** How near to 1 - p the curve must be to lie "on" it: above the rounding of long products, below one step. */
const ON_THE_LINE = 1e-9;

/**
 * Quantile of a survival curve by inversion (Brookmeyer & Crowley 1982, doi 10.2307/2530286, with the
 * limits read off the curve's own limits): the first time at which S < 1 - p. Where S lies flat on 1 - p,
 * the middle of the flat piece (up to the last observed time if it never drops again), as R's survival
 * package does; the limits are the same crossings of the lower and of the upper curve.
 *
 * @param probability share answered, 0 < p < 1: 0.5 for the median, 0.9 for P90
 * @throws RangeError if the probability is not strictly between 0 and 1
 */
export function survivalQuantile(curve: SurvivalCurve, probability: number): Quantile {
  if (!(probability > 0 && probability < 1)) throw new RangeError("the probability is not between 0 and 1");
  const line = 1 - probability;
  const value = crossing(curve.time, curve.survival, line);
  const lower = crossing(curve.time, curve.lower, line);
  if (value === null) return { reached: false, lower, beyond: curve.time[curve.time.length - 1]! };
  return { reached: true, value, lower, upper: crossing(curve.time, curve.upper, line) };
}

/** The median waiting time: {@link survivalQuantile} at one half. */
export function medianSurvival(curve: SurvivalCurve): Quantile {
  return survivalQuantile(curve, 0.5);
}

/** NaN (no limit where S = 0) is never on or below the line. */
function crossing(time: Float64Array, heights: Float64Array, line: number): number | null {
  const touch = heights.findIndex((height) => height <= line + ON_THE_LINE);
  if (touch < 0) return null;
  if (heights[touch]! < line - ON_THE_LINE) return time[touch]!;
  let end = touch + 1;
  while (end < heights.length - 1 && !(heights[end]! < line - ON_THE_LINE)) end++;
  return (time[touch]! + time[Math.min(end, heights.length - 1)]!) / 2;
}
