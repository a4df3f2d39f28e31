import { binomialProbability } from "./stirling.ts";

export interface RunRules {
  /** Values off the centre line; the rules speak of these only. */
  readonly useful: number;
  /** Most neighbouring values on one side of the centre. */
  readonly longestRun: number;
  /** A longer run is a signal. */
  readonly longestRunLimit: number;
  readonly crossings: number;
  /** Fewer crossings are a signal. */
  readonly crossingsLimit: number;
  /** True if the series shifts by more than chance lets expect. */
  readonly signal: boolean;
}

/**
 * Anhøj's two run rules, which adapt to the length of the series: a run longer than round(log2 n + 3), or
 * fewer crossings of the centre than the 5 % quantile of the binomial (n - 1, 1/2).
 * Source: Anhøj & Olesen 2014 (doi 10.1371/journal.pone.0113825); Schilling 2012; Chen 2010.
 *
 * @param values in time order
 * @param centre the median of the series (or a target)
 * @returns no signal where fewer than two values lie off the centre
 */
export function runRules(values: readonly number[], centre: number): RunRules {
  const sides = values.map((value) => Math.sign(value - centre)).filter((side) => side !== 0);
  const useful = sides.length;
  let longestRun = 0;
  let crossings = 0;
  let run = 0;
  for (let i = 0; i < useful; i++) {
    const crossed = i > 0 && sides[i] !== sides[i - 1];
    if (crossed) crossings++;
    run = crossed ? 1 : run + 1;
    longestRun = Math.max(longestRun, run);
  }
  if (useful < 2) {
    return { useful, longestRun, longestRunLimit: useful, crossings, crossingsLimit: 0, signal: false };
  }
  const longestRunLimit = Math.round(Math.log2(useful) + 3);
  const crossingsLimit = fewestCrossings(useful - 1);
  const signal = longestRun > longestRunLimit || crossings < crossingsLimit;
  return { useful, longestRun, longestRunLimit, crossings, crossingsLimit, signal };
}

/** The 5 % quantile of the number of heads in n tosses of a coin. */
function fewestCrossings(n: number): number {
  let below = 0;
  for (let x = 0; ; x++) {
    below += binomialProbability(x, n, 0.5);
    if (below >= 0.05) return x;
  }
}
