import type { MeanWait } from "../model/figures.ts";
import { meanHorizon } from "./definitions.ts";
import { rounded, tooFew } from "./figure.ts";
import { criticalValue } from "../model/confidence.ts";
import type { SurvivalRun } from "./survivalRun.ts";

/** So many appeals must have been followed to the horizon. */
const fewestFollowed = 20;

const z = criticalValue(0.95);

/**
 * The restricted mean of a run, as statistics/restrictedMean.ts computes it, without memory of its own: the area under
 * the curve to the horizon, with ∓ 1.96 standard errors, inside 0 … horizon.
 *
 * @param followed appeals that were followed at least to the horizon
 */
export function meanToHorizon(run: SurvivalRun, followed: number): MeanWait {
  const last = run.rows - 1;
  // Carried on flat beyond the last observation, the curve would give an upper bound and no estimate.
  if (followed < fewestFollowed || (run.time[last]! < meanHorizon && run.survival[last]! > 0)) return tooFew;
  let area = 0;
  let variance = 0;
  let until = meanHorizon;
  for (let row = last; row >= 0; row--) {
    const time = run.time[row]!;
    if (time > meanHorizon) continue;
    area += run.survival[row]! * (until - time);
    until = time;
    const step = run.variance[row]! - (row === 0 ? 0 : run.variance[row - 1]!);
    // Where S falls to 0 the step is infinite, and nothing is left to vary.
    if (step > 0 && step < Infinity) variance += area * area * step;
  }
  const days = area + until;
  const margin = z * Math.sqrt(variance);
  return {
    state: "exact",
    days: rounded(days, 1e4),
    low: rounded(Math.max(0, days - margin), 1e4),
    high: rounded(Math.min(meanHorizon, days + margin), 1e4),
  };
}
