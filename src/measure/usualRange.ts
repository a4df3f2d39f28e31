import { type Month, type UsualRange } from "../model/facts.ts";
import { rounded } from "./figure.ts";
import { individualsChart, laneyChart } from "./statistics/controlChart.ts";
import { runRules } from "./statistics/runRules.ts";

/** With fewer months nobody can say what is usual. */
const fewestMonths = 10;
/**
 * With fewer appeals a month on average counts are mostly noughts and ones: the limits that suit a bell-shaped spread say
 * nothing of them (Montgomery, Introduction to Statistical Quality Control, on charts for counts), and a run of empty
 * months is no sign that anything has moved.
 */
const fewestOnAverage = 5;

/**
 * The range in which each month's share answered within the norm moves by itself (Laney's p′-chart), so that a reader
 * need not make a story of every ripple.
 *
 * @returns one element per month; see {@link overLastStretch}
 */
export function usualRanges(months: readonly Month[]): (UsualRange | null)[] {
  const shares = months.map(({ complete, answeredInNorm }) => (complete && answeredInNorm.state === "exact" ? answeredInNorm : null));
  return overLastStretch(shares, (stretch) => {
    const { centre, shares: values, limits } = laneyChart(stretch.map(({ part }) => part), stretch.map(({ whole }) => whole));
    return rangesOf(values, centre, limits, 1e4);
  });
}

/**
 * The same for the number received (XmR chart): counts of appeals come in waves, so that the limits follow from how much
 * neighbouring months differ and not from the Poisson law. None where months have fewer than five appeals on average.
 */
export function usualReceipts(months: readonly Month[]): (UsualRange | null)[] {
  const counts = months.map(({ complete, received }) => (complete && received.state === "exact" ? received.value : null));
  return overLastStretch(counts, (stretch) => {
    const { centre, lower, upper } = individualsChart(stretch);
    if (centre < fewestOnAverage) return stretch.map(() => null);
    return rangesOf(stretch, centre, stretch.map(() => ({ lower: Math.max(0, lower), upper })), 10);
  });
}

/**
 * Computes over the last unbroken stretch of months that can be used (never across an incomplete one). Months outside it,
 * and stretches of fewer than ten months, get null.
 */
function overLastStretch<Value>(values: readonly (Value | null)[], ranges: (stretch: Value[]) => (UsualRange | null)[]): (UsualRange | null)[] {
  const to = values.findLastIndex((value) => value !== null) + 1;
  const from = values.slice(0, to).findLastIndex((value) => value === null) + 1;
  const stretch = values.slice(from, to).filter((value) => value !== null);
  if (stretch.length < fewestMonths) return values.map(() => null);
  const found = ranges(stretch);
  return values.map((_, i) => found[i - from] ?? null);
}

function rangesOf(values: readonly number[], centre: number, limits: readonly { lower: number; upper: number }[], scale: number): UsualRange[] {
  const shifted = runRules(values, centre).signal;
  return values.map((value, i) => {
    const { lower, upper } = limits[i]!;
    return {
      low: rounded(lower, scale),
      high: rounded(upper, scale),
      ...(value > upper ? { outside: "above" as const } : value < lower ? { outside: "below" as const } : {}),
      ...(shifted ? { shifted } : {}),
    };
  });
}
