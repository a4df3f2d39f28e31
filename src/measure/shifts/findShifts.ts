import type { Shift, Shifts } from "../../model/shifts.ts";
import { rounded } from "../figure.ts";
import { fisherExact } from "../statistics/fisherExact.ts";
import { benjaminiHochberg } from "../statistics/multipleComparisons.ts";
import { newcombeAt } from "../statistics/newcombe.ts";
import { twoSidedNormal } from "../statistics/normalQuantile.ts";
import type { ShiftCell } from "./shiftCells.ts";

/** Of what is found, the share that may be false on average. */
export const falseShare = 0.05;

/**
 * Which shares within the norm have moved by more than chance since the same months a year before.
 *
 * A share of an agency moves from month to month more than single appeals would make it, because replies come in heaps: the
 * scatter of the months around their years (Pearson's χ² per degree of freedom, never below 1; McCullagh & Nelder 1989, 4.5)
 * makes every appeal weigh less. Then Fisher's exact test, the step-up rule of Benjamini & Hochberg 1995 for all that is
 * looked at, and for all of it Newcombe's interval at the level that keeps its promise for those that are picked out
 * (Benjamini & Yekutieli 2005, doi 10.1198/016214504000001907): 1 − 0.05 r / m with r of m found.
 *
 * @param compared with fewer appeals in either year nothing is looked at
 */
export function findShifts(
  cells: readonly ShiftCell[],
  compared: number,
): Pick<Shifts, "falseShare" | "level" | "looked"> {
  const looked = cells.filter(({ now, before }) => Math.min(now.whole, before.whole) >= Math.max(1, compared));
  const scatters = looked.map(scatterOf);
  const ps = looked.map(({ now, before }, at) => {
    const own = weighed(now, scatters[at]!);
    const other = weighed(before, scatters[at]!);
    return fisherExact(own.part, own.whole, other.part, other.whole);
  });
  const adjusted = benjaminiHochberg(ps);
  const found = adjusted.map((p) => p <= falseShare);
  const level = 1 - (falseShare * Math.max(1, found.filter(Boolean).length)) / Math.max(1, looked.length);
  const z = twoSidedNormal(1 - level);
  return {
    falseShare,
    level: rounded(level, 1e6),
    looked: looked.map(({ months: _months, now, before, ...cell }, at): Shift => {
      const scatter = scatters[at]!;
      const { difference, lower, upper } = newcombeAt(
        now.part / scatter,
        now.whole / scatter,
        before.part / scatter,
        before.whole / scatter,
        z,
      );
      return {
        ...cell,
        now,
        before,
        change: rounded(difference, 1e6),
        low: rounded(lower, 1e6),
        high: rounded(upper, 1e6),
        scatter: rounded(scatter, 1e4),
        p: Number(ps[at]!.toPrecision(4)),
        adjusted: Number(adjusted[at]!.toPrecision(4)),
        found: found[at]!,
      };
    }),
  };
}

/** Appeals as if each weighed one: fewer where they come in heaps. */
function weighed({ part, whole }: Shift["now"], scatter: number): Shift["now"] {
  const fewer = Math.max(1, Math.floor(whole / scatter));
  return { whole: fewer, part: Math.round((part / whole) * fewer) };
}

/** χ² of the months of both years around the share of each year, per degree of freedom; at least 1. */
function scatterOf({ now, before, months }: ShiftCell): number {
  let sum = 0;
  let degrees = -2;
  for (const [year, name] of [
    [now, "now"],
    [before, "before"],
  ] as const) {
    const share = year.part / year.whole;
    if (share === 0 || share === 1) continue;
    for (const month of months) {
      const counts = month[name];
      if (counts === null) continue;
      sum += (counts.part - counts.whole * share) ** 2 / (counts.whole * share * (1 - share));
      degrees += 1;
    }
  }
  return degrees > 0 ? Math.max(1, sum / degrees) : 1;
}
