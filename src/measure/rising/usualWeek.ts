import type { UsualWeek } from "../../model/weeks.ts";
import { countRange } from "../statistics/negativeBinomial.ts";
import { expectedOf } from "./expected.ts";
import { gap, pastWeeks } from "../../model/pastWeeks.ts";
import { spreads } from "./spread.ts";
import type { WeekCell } from "./weekCell.ts";

/**
 * What the weeks before the last one lead to expect of it, by the law of findRises.
 *
 * @returns of a cell; null where the data are too short
 */
export function usualWeeks(cells: readonly WeekCell[]): (cell: WeekCell) => UsualWeek | null {
  const last = (cells[0]?.counts.length ?? 0) - 1;
  const past = pastWeeks(last);
  if (past === null) return () => null;
  const spreadOf = spreads(cells, last - gap);
  return (cell) => {
    const { mean, variance } = expectedOf([...cell.counts.subarray(past.from, past.until)], spreadOf(cell), 1);
    return { expected: Math.round(mean * 10) / 10, ...countRange(mean, variance) };
  };
}
