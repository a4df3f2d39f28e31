import { seededNormal } from "./seededNormal.ts";

/** The ranks an agency may truly have, 1 = the largest value. */
export interface RankSet {
  readonly best: number;
  readonly worst: number;
}

export interface RankSets {
  /** The rank of the estimate; equal estimates share the better rank. */
  readonly rank: readonly number[];
  /** Each covers its own agency's true rank with the given probability. */
  readonly marginal: readonly RankSet[];
  /** All together cover all true ranks with the given probability. */
  readonly simultaneous: readonly RankSet[];
}

export interface RankSetOptions {
  /** Default 0.95. */
  readonly coverage?: number | undefined;
  /** Simulated data sets; default 2000. */
  readonly draws?: number | undefined;
  /** Default 1. */
  readonly seed?: number | undefined;
}

/** The hypothesis that the first agency is not above the second. */
type Pair = readonly [first: number, second: number];

/**
 * Confidence sets for ranks: no ordinal rank should be shown without its set.
 *
 * For pairs of agencies the hypothesis "j is not above k" is tested by (x_j - x_k) / sqrt(se_j^2 + se_k^2)
 * against the simulated distribution of the largest such statistic, stepwise: what is rejected is left out
 * and the rest tested again. An agency's best rank is 1 + the number proved above it, its worst the number
 * of agencies less those proved below it. Marginal sets test the pairs of one agency, simultaneous sets all.
 * Source: Mogstad, Romano, Shaikh & Wilhelm 2024 (doi 10.1093/restud/rdad006), section 3.
 *
 * Shares are best given as asin sqrt p with standard error 1 / (2 sqrt n): the ranks are the same, and no
 * standard error is 0 where all or none succeeded. For "smaller is better" give the values negated.
 *
 * @param estimates one independent estimate per agency
 * @param standardErrors theirs, >= 0
 * @throws RangeError if the columns differ in length, a value is not finite, a standard error is negative,
 * or the coverage is not between 0 and 1
 */
export function rankSets(
  estimates: readonly number[],
  standardErrors: readonly number[],
  options: RankSetOptions = {},
): RankSets {
  const prove = provingAmong(estimates, standardErrors, options);
  const indices = estimates.map((_, i) => i);
  const proven = prove(indices.flatMap((j) => indices.filter((k) => k !== j).map((k): Pair => [j, k])));
  return {
    rank: estimates.map((value) => 1 + estimates.filter((other) => other > value).length),
    marginal: indices.map((j) => marginalSet(j, estimates.length, prove)),
    simultaneous: indices.map((j) => setOf(j, estimates.length, proven)),
  };
}

/** The marginal sets of {@link rankSets} alone, which take a fraction of the time; the same arguments and throws. */
export function marginalRankSets(
  estimates: readonly number[],
  standardErrors: readonly number[],
  options: RankSetOptions = {},
): RankSet[] {
  const prove = provingAmong(estimates, standardErrors, options);
  return estimates.map((_, j) => marginalSet(j, estimates.length, prove));
}

type Prove = (pairs: readonly Pair[]) => Pair[];

function provingAmong(
  estimates: readonly number[],
  standardErrors: readonly number[],
  { coverage = 0.95, draws = 2000, seed = 1 }: RankSetOptions,
): Prove {
  if (standardErrors.length !== estimates.length) throw new RangeError("columns differ in length");
  if (!estimates.every(Number.isFinite)) throw new RangeError("an estimate is not finite");
  if (!standardErrors.every((error) => error >= 0 && error < Infinity)) {
    throw new RangeError("a standard error is negative or not finite");
  }
  if (!(coverage > 0 && coverage < 1)) throw new RangeError("the coverage is not between 0 and 1");
  const normal = seededNormal(seed);
  const noise = Array.from({ length: draws }, () => Float64Array.from(standardErrors, (error) => error * normal()));
  return (pairs) => provenAbove(pairs, estimates, standardErrors, noise, coverage);
}

function marginalSet(j: number, size: number, prove: Prove): RankSet {
  const others = Array.from({ length: size }, (_, k) => k).filter((k) => k !== j);
  return setOf(
    j,
    size,
    prove(
      others.flatMap((k): Pair[] => [
        [j, k],
        [k, j],
      ]),
    ),
  );
}

/** The pairs whose first agency is proved above the second. */
function provenAbove(
  pairs: readonly Pair[],
  estimates: readonly number[],
  standardErrors: readonly number[],
  noise: readonly Float64Array[],
  coverage: number,
): Pair[] {
  const proven: Pair[] = [];
  let open = pairs;
  for (;;) {
    const spread = Float64Array.from(open, ([j, k]) => Math.hypot(standardErrors[j]!, standardErrors[k]!));
    const critical = criticalMaximum(open, spread, noise, coverage);
    const rejected = open.map(([j, k], i) => estimates[j]! - estimates[k]! > critical * spread[i]!);
    if (!rejected.includes(true)) return proven;
    proven.push(...open.filter((_, i) => rejected[i]));
    open = open.filter((_, i) => !rejected[i]);
  }
}

/** The quantile of the largest standardised difference that noise alone makes among the pairs. */
function criticalMaximum(
  pairs: readonly Pair[],
  spread: Float64Array,
  noise: readonly Float64Array[],
  coverage: number,
): number {
  const first = Uint32Array.from(pairs, ([j]) => j);
  const second = Uint32Array.from(pairs, ([, k]) => k);
  const largest = new Float64Array(noise.length);
  noise.forEach((draw, at) => {
    let maximum = 0;
    for (let i = 0; i < spread.length; i++) {
      const difference = draw[first[i]!]! - draw[second[i]!]!;
      // Without noise in either (spread 0) the comparison below is false.
      if (difference > maximum * spread[i]!) maximum = difference / spread[i]!;
    }
    largest[at] = maximum;
  });
  largest.sort();
  return largest[Math.min(largest.length - 1, Math.ceil(coverage * (largest.length + 1)) - 1)] ?? Infinity;
}

function setOf(j: number, size: number, proven: readonly Pair[]): RankSet {
  return {
    best: 1 + proven.filter(([, below]) => below === j).length,
    worst: size - proven.filter(([above]) => above === j).length,
  };
}
