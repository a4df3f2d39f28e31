import { type Month } from "../model/facts.ts";
import { rounded } from "./figure.ts";
import { laneyChart } from "./statistics/controlChart.ts";

type UsualRange = NonNullable<Month["usual"]> | null;

/** With fewer months nobody can say what is usual. */
export const fewestMonths = 10;

/**
 * The range in which each month's share answered within the norm moves by itself (Laney's p′-chart), so that a reader
 * need not make a story of every ripple. Computed over the last unbroken stretch of whole months with enough mature
 * appeals; months outside it, and stretches of fewer than ten months, get null.
 *
 * @returns one element per month
 */
export function usualRanges(months: readonly Month[]): UsualRange[] {
  const usable = months.map(({ complete, answeredInNorm }) => (complete && answeredInNorm.state === "exact" ? answeredInNorm : null));
  const to = usable.findLastIndex((share) => share !== null) + 1;
  const from = usable.slice(0, to).findLastIndex((share) => share === null) + 1;
  const stretch = usable.slice(from, to).filter((share) => share !== null);
  if (stretch.length < fewestMonths) return months.map(() => null);
  const { limits } = laneyChart(stretch.map(({ part }) => part), stretch.map(({ whole }) => whole));
  return months.map((_, i) => {
    const limit = limits[i - from];
    return i < from || limit === undefined ? null : { low: rounded(limit.lower, 1e4), high: rounded(limit.upper, 1e4) };
  });
}
