import { type Confidence, criticalValue } from "../../model/confidence.ts";

/** Appeals that are alike in what could mislead (topic, channel): events among those with a property and among those without it. */
export interface Stratum {
  readonly eventsWith: number;
  readonly totalWith: number;
  readonly eventsWithout: number;
  readonly totalWithout: number;
}

export interface RiskDifference {
  /** Share of events with the property less that without it, −1…1. */
  readonly difference: number;
  readonly lower: number;
  readonly upper: number;
  /** Appeals with and without the property in the strata that tell anything: those that have both. */
  readonly having: number;
  readonly lacking: number;
  /** Events among these. */
  readonly eventsHaving: number;
  readonly eventsLacking: number;
  readonly strata: number;
}

/**
 * The Mantel–Haenszel risk difference: the differences of the strata, weighted by n₁n₀ / n (Greenland & Robins 1985, Biometrics 41:55).
 * Its variance is Sato's (1989, Biometrics 45:1323), right for few large strata and for many small ones. Limits are kept within −1…1.
 *
 * @returns null where no stratum has appeals both with and without the property
 * @throws RangeError if there are more events than appeals
 */
export function riskDifference(strata: readonly Stratum[], confidence: Confidence = 0.95): RiskDifference | null {
  let [weight, weighted, p, q, having, lacking, telling] = [0, 0, 0, 0, 0, 0, 0];
  let [eventsHaving, eventsLacking] = [0, 0];
  for (const { eventsWith: a, totalWith: n1, eventsWithout: b, totalWithout: n0 } of strata) {
    if (!(a >= 0 && a <= n1 && b >= 0 && b <= n0)) throw new RangeError("a stratum has more events than appeals");
    if (n1 === 0 || n0 === 0) continue;
    const n = n1 + n0;
    weight += (n1 * n0) / n;
    weighted += (a * n0 - b * n1) / n;
    p += (n1 * n1 * b - n0 * n0 * a + (n1 * n0 * (n0 - n1)) / 2) / (n * n);
    q += (a * (n0 - b) + b * (n1 - a)) / (2 * n);
    having += n1;
    lacking += n0;
    eventsHaving += a;
    eventsLacking += b;
    telling += 1;
  }
  if (weight === 0) return null;
  const difference = weighted / weight;
  const distance = (criticalValue(confidence) * Math.sqrt(Math.max(0, difference * p + q))) / weight;
  return {
    difference,
    lower: Math.max(-1, difference - distance),
    upper: Math.min(1, difference + distance),
    having,
    lacking,
    eventsHaving,
    eventsLacking,
    strata: telling,
  };
}
