import type { Times } from "./measures.ts";

/**
 * How much longer those wait who have waited some days already: conditional Kaplan–Meier, 1 − S(t + s) ⁄ S(t). Read from the
 * curve of the edition, so that s is the first of its days by which the share is reached: to the day up to thirty days from
 * receipt, "at most" beyond. Of a wait that has just begun the quantiles of the same figures are told, which are exact.
 */
export interface RemainingWait {
  /** Days from now on; null where as many did not get there as long as the curve is known. */
  half: number | null;
  threeQuarters: number | null;
  nineOfTen: number | null;
  /** Days from now on for which the curve is known: at least ten were followed so long. */
  known: number;
  /** The share of those who have waited so long that had not got there by the end of those days. */
  left: number;
}

/** What a curve is read of; where its own quantiles are given, they are told of a wait that has just begun. */
type Read = Pick<Times, "curve"> & Partial<Pick<Times, "median" | "upperQuartile" | "ninetieth">>;

/** Days already waited for which a page tells what remains. */
export const waitedSteps = [0, 3, 7, 14, 30, 60] as const;
export type WaitedStep = (typeof waitedSteps)[number];

/** Shares are published rounded to 1e-4 of the whole. */
const rounding = 1e-9;

/**
 * @param waited days since receipt
 * @returns null where nobody knows: no curve, fewer than ten left under observation after so many days, or none
 */
export function remainingWait(times: Read, waited: number): RemainingWait | null {
  const { curve } = times;
  if (!("days" in curve)) return null;
  const { days, share, thinFrom = Infinity } = curve;
  const last = days.at(-1);
  if (last === undefined || waited > last || waited >= thinFrom) return null;
  const survivalAt = (place: number): number => 1 - (share[place] ?? 0);
  const now = days.findLastIndex((day) => day <= waited);
  const left = now === -1 ? 1 : survivalAt(now);
  if (left <= rounding) return null;
  const until = (part: number, whole: Times["median"] | undefined): number | null => {
    // The figure that the same page tells of the same share: the curve is read at a few moments only.
    if (waited === 0 && whole?.state === "exact") return whole.days;
    const place = days.findIndex((day, at) => day > waited && survivalAt(at) <= (1 - part) * left + rounding);
    const day = days[place];
    return day === undefined || day >= thinFrom ? null : day - waited;
  };
  const endPlace = days.findLastIndex((day) => day < thinFrom);
  return {
    half: until(0.5, times.median),
    threeQuarters: until(0.75, times.upperQuartile),
    nineOfTen: until(0.9, times.ninetieth),
    known: Math.max(0, (days[endPlace] ?? waited) - waited),
    left: endPlace === -1 ? 1 : Math.min(1, survivalAt(endPlace) / left),
  };
}

/** How many were seen waiting longer than that; null where they are fewer than ten, or nobody knows. */
export function waitingAfter({ curve }: Pick<Times, "curve">, waited: WaitedStep): number | null {
  return "days" in curve ? (curve.waiting?.[waitedSteps.indexOf(waited)] ?? null) : null;
}

/**
 * Until which day a curve is known, and the share without the event then.
 *
 * @returns null without a curve
 */
export function knownEnd({ curve }: Pick<Times, "curve">): { days: number; left: number } | null {
  if (!("days" in curve)) return null;
  const { days, share, thinFrom = Infinity } = curve;
  const place = days.findLastIndex((day) => day < thinFrom);
  const end = days[place];
  return end === undefined ? null : { days: end, left: 1 - (share[place] ?? 0) };
}
