import { type Times } from "./measures.ts";

/**
 * How much longer those wait who have waited some days already: conditional Kaplan–Meier, 1 − S(t + s) ⁄ S(t). Read from the
 * curve of the edition, so that s is the first of its days by which the share is reached: to the day up to thirty days from
 * receipt, "at most" beyond.
 */
export interface RemainingWait {
  /** Days from now on; null where as many did not get there as long as the curve is known. */
  half: number | null;
  nineOfTen: number | null;
  /** Days from now on for which the curve is known: at least ten were followed so long. */
  known: number;
}

/** Days already waited for which a page tells what remains. */
export const waitedSteps = [0, 3, 7, 14, 30, 60] as const;

/** Shares are published rounded to 1e-4 of the whole. */
const rounding = 1e-9;

/**
 * @param waited days since receipt
 * @returns null where nobody knows: no curve, fewer than ten left under observation after so many days, or none
 */
export function remainingWait({ curve }: Pick<Times, "curve">, waited: number): RemainingWait | null {
  if (!("days" in curve)) return null;
  const { days, share, thinFrom = Infinity } = curve;
  const last = days.at(-1);
  if (last === undefined || waited > last || waited >= thinFrom) return null;
  const survivalAt = (place: number): number => 1 - (share[place] ?? 0);
  const now = days.findLastIndex((day) => day <= waited);
  const left = now === -1 ? 1 : survivalAt(now);
  if (left <= rounding) return null;
  const until = (part: number): number | null => {
    const place = days.findIndex((day, at) => day > waited && survivalAt(at) <= (1 - part) * left + rounding);
    const day = days[place];
    return day === undefined || day >= thinFrom ? null : day - waited;
  };
  const end = days.findLast((day) => day < thinFrom) ?? waited;
  return { half: until(0.5), nineOfTen: until(0.9), known: Math.max(0, end - waited) };
}
