export interface Overdispersion {
  /** The share of all agencies together, each included. */
  readonly target: number;
  /** Distance from the target in standard deviations, on the arcsine scale. */
  readonly z: readonly number[];
  /** Mean square of the Winsorised z; 1 where the agencies differ by chance alone. */
  readonly phi: number;
  /** Variance between agencies beyond chance, on the arcsine scale; 0 where there is none to see. */
  readonly tau2: number;
  /** The distance with that variance allowed for. */
  readonly adjustedZ: readonly number[];
}

/**
 * How much more the agencies' shares scatter than chance explains (they nearly always do), and how much of
 * it to allow for: z = (asin sqrt p - asin sqrt theta0) 2 sqrt n; the extreme tenth on each side is pulled in
 * to its quantile (Winsorised), phi = mean z^2; if I phi >= I - 1, tau2 = (I phi - (I - 1)) / (sum w -
 * sum w^2 / sum w) with w = 4n.
 * Source: Spiegelhalter 2005 (Qual Saf Health Care 14:347) and Spiegelhalter et al. 2012 (doi
 * 10.1111/j.1467-985X.2011.01010.x).
 *
 * @param counts successes per agency
 * @param totals trials per agency, each >= 1
 * @param winsorised share pulled in on each side, 0 <= share < 0.5
 * @throws RangeError if the columns differ in length, are empty, or a pair of counts is impossible
 */
export function overdispersion(counts: readonly number[], totals: readonly number[], winsorised = 0.1): Overdispersion {
  const size = counts.length;
  if (size === 0 || totals.length !== size) throw new RangeError("the columns are empty or differ in length");
  if (!(winsorised >= 0 && winsorised < 0.5)) throw new RangeError("the Winsorised share is not in [0, 0.5)");
  for (let i = 0; i < size; i++) {
    if (!(totals[i]! >= 1 && totals[i]! < Infinity)) throw new RangeError("a share needs at least one trial");
    if (!(counts[i]! >= 0 && counts[i]! <= totals[i]!)) {
      throw new RangeError("successes are not between 0 and the trials");
    }
  }
  const sum = (values: readonly number[]) => values.reduce((running, value) => running + value, 0);
  const target = sum(counts) / sum(totals);
  const distance = counts.map((count, i) => arcsine(count / totals[i]!) - arcsine(target));
  const z = distance.map((value, i) => value * 2 * Math.sqrt(totals[i]!));
  const rising = z.toSorted((a, b) => a - b);
  const low = quantile(rising, winsorised);
  const high = quantile(rising, 1 - winsorised);
  const phi = sum(z.map((value) => Math.min(high, Math.max(low, value)) ** 2)) / size;
  const weights = totals.map((total) => 4 * total);
  const spread = sum(weights) - sum(weights.map((weight) => weight * weight)) / sum(weights);
  const tau2 = size > 1 ? Math.max(0, (size * phi - (size - 1)) / spread) : 0;
  const adjustedZ = distance.map((value, i) => value / Math.sqrt(1 / weights[i]! + tau2));
  return { target, z, phi, tau2, adjustedZ };
}

/** The variance-stabilising scale of shares: asin sqrt p, of variance 1/(4n) whatever p is. */
export function arcsine(share: number): number {
  return Math.asin(Math.sqrt(share));
}

/** Sample quantile by linear interpolation (R's type 7). */
function quantile(rising: readonly number[], probability: number): number {
  const place = (rising.length - 1) * probability;
  const below = Math.floor(place);
  const from = rising[below]!;
  return from + (place - below) * ((rising[below + 1] ?? from) - from);
}
