import type { Interval } from "./wilson.ts";

export interface IndividualsChart {
  readonly centre: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * XmR chart (individuals and moving range) of a monthly figure: mean ∓ 2.66 times the mean absolute
 * difference of neighbouring values.
 * Source: Shewhart 1931; Wheeler, Understanding Variation; 2.66 = 3 / 1.128.
 *
 * @param values in time order, without gaps: never join months through an incomplete one
 * @throws RangeError with fewer than two values
 */
export function individualsChart(values: readonly number[]): IndividualsChart {
  if (values.length < 2) throw new RangeError("a moving range needs two values");
  const centre = mean(values);
  const spread = 2.66 * meanMovingRange(values);
  return { centre, lower: centre - spread, upper: centre + spread };
}

export interface ShareChart {
  readonly centre: number;
  /** The shares, as given. */
  readonly shares: readonly number[];
  /** Distance from the centre in binomial standard deviations. */
  readonly z: readonly number[];
  /** How much wider than binomial the limits are: 1 for a p-chart. */
  readonly sigmaZ: number;
  /** Limits per month, within [0, 1]. */
  readonly limits: readonly Interval[];
}

/**
 * p-chart of monthly shares: centre ∓ 3 sqrt(centre (1 - centre) / n).
 * Source: Shewhart 1931; Montgomery, Introduction to Statistical Quality Control, chapter 7.
 *
 * @param counts successes per month, in time order
 * @param totals trials per month, >= 1
 * @throws RangeError if the columns are empty, differ in length, or hold impossible counts
 */
export function shareChart(counts: readonly number[], totals: readonly number[]): ShareChart {
  requireCounts(counts, totals);
  return chart(counts, totals, () => 1);
}

/**
 * Laney's p′-chart: a p-chart whose limits are stretched by sigma_z, the mean moving range of z divided by
 * 1.128, because with large n months differ by more than binomial chance.
 * Source: Laney 2002 (doi 10.1081/QEN-120006555).
 *
 * @param floor by default sigma_z below 1 counts as 1 (limits narrower than chance flag nothing real);
 * "none" keeps the raw value
 * @throws RangeError as {@link shareChart}, and with fewer than two months
 */
export function laneyChart(
  counts: readonly number[],
  totals: readonly number[],
  floor: "one" | "none" = "one",
): ShareChart {
  requireCounts(counts, totals);
  if (counts.length < 2) throw new RangeError("a moving range needs two values");
  return chart(counts, totals, (z) => {
    const sigmaZ = meanMovingRange(z) / 1.128;
    return floor === "one" ? Math.max(1, sigmaZ) : sigmaZ;
  });
}

function chart(
  counts: readonly number[],
  totals: readonly number[],
  stretch: (z: readonly number[]) => number,
): ShareChart {
  const sum = (values: readonly number[]) => values.reduce((running, value) => running + value, 0);
  const centre = sum(counts) / sum(totals);
  const shares = counts.map((count, i) => count / totals[i]!);
  const sigma = totals.map((total) => Math.sqrt((centre * (1 - centre)) / total));
  const z = shares.map((share, i) => (sigma[i] === 0 ? 0 : (share - centre) / sigma[i]!));
  const sigmaZ = stretch(z);
  const limits = sigma.map((deviation) => ({
    lower: Math.max(0, centre - 3 * deviation * sigmaZ),
    upper: Math.min(1, centre + 3 * deviation * sigmaZ),
  }));
  return { centre, shares, z, sigmaZ, limits };
}

function requireCounts(counts: readonly number[], totals: readonly number[]): void {
  if (counts.length === 0 || counts.length !== totals.length) {
    throw new RangeError("the columns are empty or differ in length");
  }
  const impossible = counts.some((count, i) => !(totals[i]! >= 1 && count >= 0 && count <= totals[i]!));
  if (impossible) throw new RangeError("successes are not between 0 and the trials");
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function meanMovingRange(values: readonly number[]): number {
  return mean(values.slice(1).map((value, i) => Math.abs(value - values[i]!)));
}
