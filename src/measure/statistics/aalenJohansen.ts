import { type Confidence, criticalValue } from "../../model/confidence.ts";
import { firstRowAfter, riskTable, type RiskOptions } from "./riskTable.ts";

export interface AalenJohansenOptions extends RiskOptions {
  /**
   * Default "greenwood", which agrees with Kaplan–Meier's where there is one cause and with R's survfit;
   * "aalen" treats the causes' hazards as independent, as R's cmprsk does.
   */
  readonly variance?: "greenwood" | "aalen" | undefined;
  /** Default 0.95. */
  readonly confidence?: Confidence | undefined;
}

/** The share that has ended in one way by each time, out of all appeals, open ones included. */
interface IncidenceCurve {
  readonly incidence: Float64Array;
  /** NaN, like the limits, where F = 1. */
  readonly standardError: Float64Array;
  /** Limits on the log-log scale of 1 - F. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/** Step functions on the same times: at each, `survival` and the incidences of all causes add to 1. */
export interface CompetingOutcomes {
  readonly time: Float64Array;
  readonly atRisk: Float64Array;
  /** The share still open. */
  readonly survival: Float64Array;
  /** `causes[k - 1]` is the curve of cause k. */
  readonly causes: readonly IncidenceCurve[];
}

/**
 * Aalen–Johansen cumulative incidence of competing outcomes (acted, explained, refused …):
 * F_k(t) = sum over t_i <= t of S(t_i -) d_ki / n_i, S the Kaplan–Meier curve of "still open".
 * Never publish 1 - KM of one outcome with the others as censorings: it overstates every share.
 * Source: Aalen & Johansen 1978; variances Aalen 1978 (doi 10.1214/aos/1176344247) and its multinomial
 * (Greenwood) form, Andersen et al. 1993, section IV.4.
 *
 * @param durations waiting times, as for {@link kaplanMeier}
 * @param causes 0 = still open, 1 … causeCount = how the appeal ended
 * @throws RangeError for the inputs that {@link riskTable} refuses
 */
export function aalenJohansen(
  durations: Float64Array,
  causes: Uint8Array,
  causeCount: number,
  options: AalenJohansenOptions = {},
): CompetingOutcomes {
  const { variance = "greenwood", confidence = 0.95 } = options;
  const { time, atRisk, events } = riskTable(durations, causes, causeCount, options);
  const survival = new Float64Array(time.length);
  const ended = new Float64Array(time.length);
  let open = 1;
  for (let i = 0; i < time.length; i++) {
    for (const counts of events) ended[i]! += counts[i]!;
    if (ended[i]! > 0) open = ended[i]! < atRisk[i]! ? open * ((atRisk[i]! - ended[i]!) / atRisk[i]!) : 0;
    survival[i] = open;
  }
  const z = criticalValue(confidence);
  const curves = events.map((counts) => incidenceCurve(counts, ended, atRisk, survival, variance, z));
  return { time, atRisk, survival, causes: curves };
}

/** A share this near to 1 is 1 but for rounding. */
const EVERYTHING = 1e-12;

function incidenceCurve(
  counts: Float64Array,
  ended: Float64Array,
  atRisk: Float64Array,
  survival: Float64Array,
  method: "greenwood" | "aalen",
  z: number,
): IncidenceCurve {
  const rows = counts.length;
  const incidence = new Float64Array(rows);
  const standardError = new Float64Array(rows);
  const lower = new Float64Array(rows);
  const upper = new Float64Array(rows);
  let share = 0;
  // Var F(t) = sum over t_i of S(t_i-)^2 (alpha - 2 beta G + gamma G^2) with G = (F(t) - F(t_i)) / S(t_i).
  // F only grows, so the sum is carried forward with its first and second derivative in F.
  let variance = 0;
  let slope = 0;
  let curvature = 0;
  for (let i = 0; i < rows; i++) {
    if (ended[i]! > 0) {
      const before = i === 0 ? 1 : survival[i - 1]!;
      const step = (before * counts[i]!) / atRisk[i]!;
      share += step;
      variance += 2 * step * slope + step * step * curvature;
      slope += step * curvature;
      const { alpha, beta, gamma } = hazardVariance(method, counts[i]!, ended[i]!, atRisk[i]!);
      const scale = survival[i]! > 0 ? 1 / survival[i]! : 0;
      variance += before * before * alpha;
      slope -= before * before * beta * scale;
      curvature += before * before * gamma * scale * scale;
    }
    incidence[i] = share;
    const known = 1 - share > EVERYTHING;
    standardError[i] = known ? Math.sqrt(Math.max(0, variance)) : NaN;
    [lower[i], upper[i]] = known ? limits(share, z * standardError[i]!) : [NaN, NaN];
  }
  return { incidence, standardError, lower, upper };
}

/** Coefficients of the variance that one event time adds, d of n ending by this cause and `all` by any. */
function hazardVariance(method: "greenwood" | "aalen", d: number, all: number, n: number) {
  if (method === "greenwood") {
    const own = d / n;
    const any = all / n;
    return { alpha: (own * (1 - own)) / n, beta: (own * (1 - any)) / n, gamma: (any * (1 - any)) / n };
  }
  const ofHazard = (count: number) => (count > 0 ? (count * (1 - (count - 1) / Math.max(1, n - 1))) / (n * n) : 0);
  const own = ofHazard(d);
  return { alpha: own, beta: own, gamma: own + ofHazard(all - d) };
}

function limits(share: number, spread: number): [number, number] {
  const rest = 1 - share;
  if (spread === 0) return [share, share];
  const exponent = spread / (rest * Math.log1p(-share));
  return [1 - rest ** Math.exp(exponent), 1 - rest ** Math.exp(-exponent)];
}

/** One outcome's share at a moment, with its interval. */
export interface IncidenceEstimate {
  readonly incidence: number;
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * The shares at one moment: still open, and ended in each way; they add to 1.
 *
 * @returns null after the last observed time unless everything had ended by then: nobody knows
 * @throws RangeError if the moment is negative or not finite
 */
export function outcomesAt(
  outcomes: CompetingOutcomes,
  moment: number,
): { readonly open: number; readonly causes: readonly IncidenceEstimate[] } | null {
  if (!(moment >= 0 && moment < Infinity)) throw new RangeError("the moment is negative or not finite");
  const { time, survival, causes } = outcomes;
  const row = firstRowAfter(time, moment) - 1;
  if (row < 0) {
    return { open: 1, causes: causes.map(() => ({ incidence: 0, standardError: 0, lower: 0, upper: 0 })) };
  }
  if (survival[row]! > 0 && moment > time[time.length - 1]!) return null;
  return {
    open: survival[row]!,
    causes: causes.map((curve) => ({
      incidence: curve.incidence[row]!,
      standardError: curve.standardError[row]!,
      lower: curve.lower[row]!,
      upper: curve.upper[row]!,
    })),
  };
}
