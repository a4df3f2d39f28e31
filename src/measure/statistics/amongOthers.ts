import type { CaseMixCell } from "./caseMix.ts";
import { type Confidence, criticalValue } from "../../model/confidence.ts";
import { poissonExact } from "./poissonInterval.ts";

export interface AmongOthers {
  /** The share that is expected of all its replies; those with nothing to compare them to are taken as they are. */
  readonly expected: number;
  /** Of the comparable ones: how many there are, O/E (null where nothing is expected), its limits (upper null: there is none). */
  readonly comparable: number;
  readonly ratio: number | null;
  readonly lower: number;
  readonly upper: number | null;
}

/** Where others have fewer in a cell, nothing steady enough can be expected of it. */
const fewestOfOthers = 10;

/**
 * What one would have at the rates that the others have in each of its cells: indirect standardisation (Breslow & Day 1987, chapter 2)
 * with itself left out, for whoever is a large part of the whole would else be compared with itself. Both O and E are uncertain:
 * O by Poisson's exact limits, E by the binomial variance of the others' rates, with one success and one failure added to each; the limits
 * of their ratio by recovering both variances (MOVER; Donner & Zou 2012, Stat Methods Med Res 21:347).
 *
 * @param own its cells
 * @param others the same cells of all others together, in the same order
 * @returns null where not one of its cells can be compared
 * @throws RangeError if there are not as many cells of others
 */
export function amongOthers(
  own: readonly CaseMixCell[],
  others: readonly CaseMixCell[],
  confidence: Confidence = 0.95,
): AmongOthers | null {
  if (own.length !== others.length) throw new RangeError("one and the others have different numbers of cells");
  let [observed, comparable, expected, variance, all, asItIs] = [0, 0, 0, 0, 0, 0];
  own.forEach(({ count, total }, at) => {
    const other = others[at]!;
    all += total;
    if (other.total < fewestOfOthers) {
      asItIs += count;
      return;
    }
    observed += count;
    comparable += total;
    expected += (total * other.count) / other.total;
    const rate = (other.count + 1) / (other.total + 2);
    variance += (total ** 2 * rate * (1 - rate)) / other.total;
  });
  if (comparable === 0) return null;
  const exact = poissonExact(observed, confidence);
  const spread = criticalValue(confidence) * Math.sqrt(variance);
  return {
    expected: (expected + asItIs) / all,
    comparable,
    ratio: expected > 0 ? observed / expected : null,
    lower: lowerLimit(observed, observed - exact.lower, expected, spread),
    upper: upperLimit(observed, exact.upper - observed, expected, Math.min(expected, spread)),
  };
}

/** The R at which O − R E is as far from 0 as both deviations together: a of O downwards, b of E upwards. */
function lowerLimit(o: number, a: number, e: number, b: number): number {
  if (o === 0) return 0;
  const below = o ** 2 - a ** 2;
  return below / (o * e + Math.sqrt((a * e) ** 2 + b ** 2 * below));
}

/** The same for R E − O: a of O upwards, b of E downwards. Null where E may be 0. */
function upperLimit(o: number, a: number, e: number, b: number): number | null {
  const rest = e ** 2 - b ** 2;
  if (rest <= 0) return null;
  return (o * e + Math.sqrt((o * e) ** 2 - rest * (o ** 2 - a ** 2))) / rest;
}
