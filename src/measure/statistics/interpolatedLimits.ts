import type { Confidence } from "../../model/confidence.ts";
import { binomialProbability, poissonProbability } from "./stirling.ts";
import type { Interval } from "./wilson.ts";

/** The probability left in each tail outside the limits. */
function tailOf(confidence: Confidence): number {
  return confidence === 0.95 ? 0.025 : 0.001;
}

/**
 * Exact binomial funnel limits with interpolation, as published: r = the smallest r with P(R <= r) >= p,
 * limit = (r - (P(R <= r) - p) / P(R = r)) / n. Not clamped: for small n they leave [0, 1].
 * Source: Spiegelhalter 2005 (doi 10.1002/sim.1970), appendix A.1.1.
 *
 * @param total n, a whole number >= 1
 * @param target theta0, 0 … 1
 * @returns limits of the share
 * @throws RangeError if the total or the target is impossible
 */
export function binomialLimits(total: number, target: number, confidence: Confidence): Interval {
  if (!(Number.isSafeInteger(total) && total >= 1)) throw new RangeError("the total is not a whole number >= 1");
  if (!(target >= 0 && target <= 1)) throw new RangeError("the target is not between 0 and 1");
  const mode = Math.min(total, Math.floor((total + 1) * target));
  const atMode = binomialProbability(mode, total, target);
  const odds = target / (1 - target);
  const ratio = (r: number) => (r < total ? ((total - r) / (r + 1)) * odds : 0);
  const limit = (p: number) => crossing(p, mode, atMode, ratio) / total;
  const tail = tailOf(confidence);
  return { lower: limit(tail), upper: limit(1 - tail) };
}

/**
 * The same for a count around its expected value E, as a ratio O/E.
 * Source: Spiegelhalter 2005, appendix A.1.2.
 *
 * @throws RangeError if the expected value is not positive and finite
 */
export function poissonLimits(expected: number, confidence: Confidence): Interval {
  if (!(expected > 0 && expected < Infinity)) throw new RangeError("the expected count is not positive and finite");
  const mode = Math.floor(expected);
  const atMode = poissonProbability(mode, expected);
  const limit = (p: number) => crossing(p, mode, atMode, (r) => expected / (r + 1)) / expected;
  const tail = tailOf(confidence);
  return { lower: limit(tail), upper: limit(1 - tail) };
}

/**
 * Where the distribution function, joined by straight lines between whole counts, reaches p. It is summed
 * from where the probabilities become negligible, outwards from the likeliest count (`mode`), because far
 * out they cannot be computed; `ratio(r)` is P(R = r + 1) / P(R = r).
 */
function crossing(p: number, mode: number, atMode: number, ratio: (r: number) => number): number {
  let r = mode;
  let probability = atMode;
  while (r > 0 && probability / ratio(r - 1) > 1e-30) {
    r--;
    probability /= ratio(r);
  }
  let below = probability;
  while (below < p) {
    probability *= ratio(r);
    r++;
    below += probability;
  }
  return r - (below - p) / probability;
}
