import { gammaTails } from "./incompleteGamma.ts";

/** Below this share of the mean a variance in excess of it is none. */
const noExcess = 1e-9;

/**
 * The probability that a count is at least x, where counts have the given mean and variance: negative binomial, or Poisson
 * where the variance does not exceed the mean. Upper terms are added from x on, so that small tails keep their digits.
 * Source: Johnson, Kemp & Kotz, Univariate Discrete Distributions, 5.1 (mean and variance as parameters).
 *
 * @param x a whole number; mean > 0
 */
export function countTail(x: number, mean: number, variance: number): number {
  if (x <= 0) return 1;
  const excess = variance - mean;
  if (excess <= mean * noExcess) return gammaTails(x, mean).lower;
  const size = (mean * mean) / excess;
  const odds = mean / (mean + size);
  // From nought upwards to x, then on until what follows adds nothing.
  let term = Math.exp(-size * Math.log1p(mean / size));
  let below = 0;
  for (let k = 0; k < x; k++) {
    below += term;
    term *= ((k + size) / (k + 1)) * odds;
  }
  if (below < 0.9) return 1 - below;
  let tail = 0;
  for (let k = x; term > tail * 1e-17 && term > 0; k++) {
    tail += term;
    term *= ((k + size) / (k + 1)) * odds;
  }
  return Math.min(1, tail);
}

/**
 * The smallest and the largest count of the range that holds a count with the given mean and variance in at least the given
 * share of cases, at most half of the others on either side.
 */
export function countRange(mean: number, variance: number, share = 0.95): { low: number; high: number } {
  const side = (1 - share) / 2;
  let low = 0;
  while (1 - countTail(low + 1, mean, variance) < side) low++;
  let high = low;
  while (countTail(high + 1, mean, variance) > side) high++;
  return { low, high };
}
