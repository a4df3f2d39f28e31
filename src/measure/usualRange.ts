import type { Month, UsualRange } from "../model/facts.ts";
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
 * @param compared a month with fewer appeals to judge is never called unusual
 * @returns one element per month; see {@link overLastStretch}
 */
export function usualRanges(months: readonly Month[], compared = 1): (UsualRange | null)[] {
  const shares = months.map(({ complete, answeredInNorm }) =>
    complete && answeredInNorm.state === "exact" ? answeredInNorm : null,
  );
  return overLastStretch(shares, (stretch) => {
    const { shares: values, limits } = laneyChart(
      stretch.map(({ part }) => part),
      stretch.map(({ whole }) => whole),
    );
    return rangesOf(
      values,
      limits,
      1e4,
      stretch.map(({ whole }) => whole >= compared),
      false,
    );
  });
}

/**
 * The same for the number received (XmR chart): counts of appeals come in waves, so that the limits follow from how much
 * neighbouring months differ and not from the Poisson law. None where months have fewer than five appeals on average. A level that
 * moves with the season is not called a shift.
 *
 * @param compared where months have fewer appeals on average none is called unusual
 */
export function usualReceipts(months: readonly Month[], compared = 1): (UsualRange | null)[] {
  const counts = months.map(({ complete, received }) =>
    complete && received.state === "exact" ? received.value : null,
  );
  return overLastStretch(counts, (stretch) => {
    const { centre, lower, upper } = individualsChart(stretch);
    if (centre < fewestOnAverage) return stretch.map(() => null);
    return rangesOf(
      stretch,
      stretch.map(() => ({ lower: Math.max(0, lower), upper })),
      10,
      stretch.map(() => centre >= compared),
      !isBeyondSeason(stretch),
    );
  });
}

/**
 * Computes over the last unbroken stretch of months that can be used (never across an incomplete one). Months outside it,
 * and stretches of fewer than ten months, get null.
 */
function overLastStretch<Value>(
  values: readonly (Value | null)[],
  ranges: (stretch: Value[]) => (UsualRange | null)[],
): (UsualRange | null)[] {
  const to = values.findLastIndex((value) => value !== null) + 1;
  const from = values.slice(0, to).findLastIndex((value) => value === null) + 1;
  const stretch = values.slice(from, to).filter((value) => value !== null);
  if (stretch.length < fewestMonths) return values.map(() => null);
  const found = ranges(stretch);
  return values.map((_, i) => found[i - from] ?? null);
}

/** Months of a year. */
const year = 12;

/**
 * Whether a level that has moved is more than a season of it: every month against the same of the year before, by the same run
 * rules. Snow and heating come each winter; without two whole years nobody can tell them from a shift.
 */
function isBeyondSeason(counts: readonly number[]): boolean {
  const changes = counts.slice(year).map((count, at) => count - counts[at]!);
  return changes.length >= year && runRules(changes, 0).signal;
}

/**
 * The level has moved where the run rules say so, around the median, which one month of its own does not move; and where the
 * usual is the exception, because most months lie outside: then none of them is called unusual.
 *
 * @param judged whether a month has the appeals that it takes to be called unusual
 * @param mayBeSeason whether a level that moves may be nothing but the season
 */
function rangesOf(
  values: readonly number[],
  limits: readonly { lower: number; upper: number }[],
  scale: number,
  judged: readonly boolean[],
  mayBeSeason: boolean,
): UsualRange[] {
  const sides = values.map((value, i) => {
    if (judged[i] !== true) return null;
    return value > limits[i]!.upper ? ("above" as const) : value < limits[i]!.lower ? ("below" as const) : null;
  });
  const known = values.filter((_, i) => judged[i] === true);
  const isException = sides.filter((side) => side !== null).length * 2 > known.length;
  const isShifted = known.length >= fewestMonths && (isException || runRules(known, median(known)).signal);
  return limits.map(({ lower, upper }, i) => ({
    low: rounded(lower, scale),
    high: rounded(upper, scale),
    ...(sides[i] && !isException ? { outside: sides[i] } : {}),
    ...(isShifted ? { [mayBeSeason ? "seasonal" : "shifted"]: true as const } : {}),
  }));
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2;
}
