import type { SurvivalCurve } from "./kaplanMeier.ts";

export interface RestrictedMean {
  /** Mean waiting time within the first `horizon` days, longer waits counted as `horizon`. */
  readonly mean: number;
  readonly standardError: number;
  /**
   * True if the horizon lies after the last observed time of a curve that has not reached 0: the curve was
   * carried on flat, so the mean is an upper bound and not an estimate.
   */
  readonly beyondObservation: boolean;
}

/**
 * Restricted mean survival time: the area under S from 0 to the horizon, which exists and can be compared
 * even where a median is not reached. Variance = sum over event times t_i <= horizon of
 * A_i^2 d_i / (n_i (n_i - d_i)), A_i the area from t_i to the horizon.
 * Source: Irwin 1949; Klein & Moeschberger 2003, section 4.5.
 *
 * @param horizon tau, in the unit of the curve, > 0
 * @throws RangeError if the horizon is not positive and finite
 */
export function restrictedMean(curve: SurvivalCurve, horizon: number): RestrictedMean {
  if (!(horizon > 0 && horizon < Infinity)) throw new RangeError("the horizon is not positive and finite");
  const { time, atRisk, events, survival } = curve;
  let area = 0;
  let variance = 0;
  let until = horizon;
  for (let i = time.length - 1; i >= 0; i--) {
    if (time[i]! > horizon) continue;
    area += survival[i]! * (until - time[i]!);
    until = time[i]!;
    const left = atRisk[i]! - events[i]!;
    if (left > 0) variance += (area * area * events[i]!) / (atRisk[i]! * left);
  }
  return {
    mean: area + until,
    standardError: Math.sqrt(variance),
    beyondObservation: horizon > time[time.length - 1]! && survival[time.length - 1]! > 0,
  };
}
