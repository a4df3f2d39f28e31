import { type Confidence, criticalValue } from "../../model/confidence.ts";
import { firstRowAfter, firstRowNotBefore, riskTable, type RiskOptions } from "./riskTable.ts";

/** How the interval around S(t) is built; SAS defaults to log-log, R to log. */
export type SurvivalInterval = "log-log" | "log" | "plain";

export interface KaplanMeierOptions extends RiskOptions {
  /** Default "log-log": it stays within [0, 1] and keeps its coverage best in small groups. */
  readonly interval?: SurvivalInterval | undefined;
  /** Default 0.95. */
  readonly confidence?: Confidence | undefined;
}

/**
 * The share still waiting, as a right-continuous step function: S = 1 before `time[0]`, and `survival[i]`
 * from `time[i]` up to the next time. One element per distinct observed time, events or not.
 */
export interface SurvivalCurve {
  readonly time: Float64Array;
  readonly atRisk: Float64Array;
  readonly events: Float64Array;
  readonly censored: Float64Array;
  readonly survival: Float64Array;
  /** Greenwood's; NaN where S = 0 (nobody is left to estimate it from). */
  readonly standardError: Float64Array;
  /** Limits of the interval; NaN where S = 0. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/** The curve read at one moment. */
export interface SurvivalEstimate {
  readonly survival: number;
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number;
  /** At risk at the first observed time not before the moment; 0 after the last one. */
  readonly atRisk: number;
}

/**
 * Kaplan–Meier product-limit estimate of waiting times, open appeals counted as "not yet".
 *
 * S(t) = product over t_i <= t of (1 - d_i / n_i); Greenwood's variance of ln S(t) is
 * V = sum of d_i / (n_i (n_i - d_i)), se(S) = S sqrt V. Intervals: log-log S^exp(∓z sqrt V / ln S),
 * log S exp(∓z sqrt V), plain S ∓ z se, the last two clamped to [0, 1].
 * Source: Kaplan & Meier 1958 (doi 10.2307/2281868); Kalbfleisch & Prentice 2002, section 1.4.
 *
 * @param durations waiting time until the answer or until the export, in days, >= 0 (0 = the same day)
 * @param answered 1 if the waiting ended with an answer, 0 if the appeal was still open; ties: answers first
 * @returns the curve, O(n log n)
 * @throws RangeError for the inputs that {@link riskTable} refuses
 */
export function kaplanMeier(
  durations: Float64Array,
  answered: Uint8Array,
  options: KaplanMeierOptions = {},
): SurvivalCurve {
  const { interval = "log-log", confidence = 0.95 } = options;
  const z = criticalValue(confidence);
  const table = riskTable(durations, answered, 1, options);
  const { time, atRisk, censored } = table;
  const events = table.events[0]!;
  const survival = new Float64Array(time.length);
  const standardError = new Float64Array(time.length);
  const lower = new Float64Array(time.length);
  const upper = new Float64Array(time.length);
  let share = 1;
  let variance = 0;
  for (let i = 0; i < time.length; i++) {
    const left = atRisk[i]! - events[i]!;
    if (events[i]! > 0) {
      share = left > 0 ? share * (left / atRisk[i]!) : 0;
      variance += events[i]! / (atRisk[i]! * left);
    }
    survival[i] = share;
    standardError[i] = share > 0 ? share * Math.sqrt(variance) : NaN;
    [lower[i], upper[i]] = share > 0 ? limits(interval, share, z * Math.sqrt(variance)) : [NaN, NaN];
  }
  return { time, atRisk, events, censored, survival, standardError, lower, upper };
}

/** The interval around a share above 0, given z times the standard error of its logarithm. */
function limits(interval: SurvivalInterval, share: number, spread: number): [number, number] {
  if (spread === 0) return [share, share];
  switch (interval) {
    case "log-log": {
      const exponent = spread / Math.log(share);
      return [share ** Math.exp(-exponent), share ** Math.exp(exponent)];
    }
    case "log":
      return [share * Math.exp(-spread), Math.min(1, share * Math.exp(spread))];
    case "plain":
      return [Math.max(0, share - share * spread), Math.min(1, share + share * spread)];
  }
}

/**
 * The share still waiting at a moment, with its interval.
 *
 * @param moment in the unit of the curve, >= 0; an answer given exactly then counts as given
 * @returns null after the last observed time unless everything had ended by then: nobody knows
 * @throws RangeError if the moment is negative or not finite
 */
export function survivalAt(curve: SurvivalCurve, moment: number): SurvivalEstimate | null {
  if (!(moment >= 0 && moment < Infinity)) throw new RangeError("the moment is negative or not finite");
  const row = firstRowAfter(curve.time, moment) - 1;
  const atRisk = curve.atRisk[firstRowNotBefore(curve.time, moment)] ?? 0;
  if (row < 0) return { survival: 1, standardError: 0, lower: 1, upper: 1, atRisk };
  const survival = curve.survival[row]!;
  if (survival > 0 && moment > curve.time[curve.time.length - 1]!) return null;
  return {
    survival,
    standardError: curve.standardError[row]!,
    lower: curve.lower[row]!,
    upper: curve.upper[row]!,
    atRisk,
  };
}
