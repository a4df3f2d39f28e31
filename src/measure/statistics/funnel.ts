import { type Confidence, criticalValue } from "../../model/confidence.ts";
import { binomialLimits } from "./interpolatedLimits.ts";
import { arcsine, overdispersion } from "./overdispersion.ts";
import type { Interval } from "./wilson.ts";

/** Where an agency stands against all together; "at" unless it lies outside the 99.8 % limits. */
type FunnelPosition = "above" | "at" | "below";

interface FunnelPoint {
  readonly share: number;
  readonly limits95: Interval;
  readonly limits998: Interval;
  readonly position: FunnelPosition;
}

export interface Funnel {
  /** The share of all agencies together, each included. */
  readonly target: number;
  readonly phi: number;
  readonly tau2: number;
  /** In the order given. */
  readonly points: readonly FunnelPoint[];
}

export interface FunnelOptions {
  /** Default "estimate": the limits allow for the scatter between agencies beyond chance. */
  readonly overdispersion?: "estimate" | "none" | undefined;
}

/**
 * Funnel plot of shares: every agency against the common share, with limits that widen as its number of
 * appeals falls. It replaces a league table; an agency is flagged only outside the 99.8 % limits.
 * Source: Spiegelhalter 2005 (doi 10.1002/sim.1970).
 *
 * @param counts successes per agency
 * @param totals trials per agency, whole numbers >= 1
 * @throws RangeError for the inputs that {@link overdispersion} or {@link funnelLimits} refuses
 */
export function funnel(counts: readonly number[], totals: readonly number[], options: FunnelOptions = {}): Funnel {
  const { target, phi, tau2: estimated } = overdispersion(counts, totals);
  const tau2 = options.overdispersion === "none" ? 0 : estimated;
  const points = counts.map((count, i) => {
    const share = count / totals[i]!;
    const limits998 = funnelLimits(totals[i]!, target, 0.998, tau2);
    return {
      share,
      limits95: funnelLimits(totals[i]!, target, 0.95, tau2),
      limits998,
      position: place(share, limits998),
    };
  });
  return { target, phi, tau2, points };
}

/**
 * The limits of a funnel at one number of appeals, within [0, 1]; call it over a range of totals to draw the
 * curves.
 *
 * Without overdispersion: exact binomial, Spiegelhalter's interpolation. He takes it from below on both
 * sides, so that wording a rate as "in time" or as "late" gives funnels one case apart; here the upper limit
 * is one minus the lower limit of the failures (the published one plus 1/n). So the flags do not depend on
 * the wording, and a share lies outside exactly if the chance of one so extreme is below the tail's.
 * With tau2 > 0: sin^2(asin sqrt theta0 ∓ z sqrt(1/(4n) + tau2)).
 *
 * @param total n, a whole number >= 1
 * @param target theta0, 0 … 1
 * @throws RangeError if the total or the target is impossible
 */
export function funnelLimits(total: number, target: number, confidence: Confidence, tau2 = 0): Interval {
  const lower = binomialLimits(total, target, confidence).lower;
  if (tau2 === 0) {
    const failures = binomialLimits(total, 1 - target, confidence).lower;
    return { lower: Math.max(0, lower), upper: Math.min(1, 1 - failures) };
  }
  const spread = criticalValue(confidence) * Math.sqrt(1 / (4 * total) + tau2);
  const centre = arcsine(target);
  return {
    lower: Math.sin(Math.max(0, centre - spread)) ** 2,
    upper: Math.sin(Math.min(Math.PI / 2, centre + spread)) ** 2,
  };
}

function place(share: number, limits: Interval): FunnelPosition {
  if (share > limits.upper) return "above";
  return share < limits.lower ? "below" : "at";
}
