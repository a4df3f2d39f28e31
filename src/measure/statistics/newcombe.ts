import { type Confidence, criticalValue } from "../../model/confidence.ts";
import { type Interval, wilsonAt } from "./wilson.ts";

/** A difference of two shares, first minus second, with its interval. */
export interface ShareDifference extends Interval {
  readonly difference: number;
}

/**
 * Interval of the difference of two independent shares, built from their Wilson limits: with d = p1 - p2,
 * lower = d - sqrt((p1 - l1)^2 + (u2 - p2)^2), upper = d + sqrt((u1 - p1)^2 + (p2 - l2)^2).
 * Source: Newcombe 1998 (Stat Med 17:873), method 10.
 *
 * @throws RangeError if either pair of counts is impossible
 */
export function newcombe(
  count1: number,
  total1: number,
  count2: number,
  total2: number,
  confidence: Confidence = 0.95,
): ShareDifference {
  return newcombeAt(count1, total1, count2, total2, criticalValue(confidence));
}

/** The same at any level, by its critical value z. */
export function newcombeAt(count1: number, total1: number, count2: number, total2: number, z: number): ShareDifference {
  const first = wilsonAt(count1, total1, z);
  const second = wilsonAt(count2, total2, z);
  const difference = first.share - second.share;
  return {
    difference,
    lower: difference - Math.hypot(first.share - first.lower, second.upper - second.share),
    upper: difference + Math.hypot(first.upper - first.share, second.share - second.lower),
  };
}
