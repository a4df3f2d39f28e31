import { isoDateOfDay } from "../model/moment.ts";
import { type CivilMonth, firstDayOfMonth, lastDayOfMonth, monthOfDay } from "./civilMonth.ts";

/** First and last day of receipt of the appeals a period is about, ISO dates. */
export interface DaySpan {
  readonly from: string;
  readonly to: string;
}

/** "year": twelve months that are over; "all": everything; "month": the last month that is over. */
export const sliceIds = ["year", "all", "month"] as const;
export type SliceId = (typeof sliceIds)[number];

export interface Periods {
  /** First and last month of the period "year", both inside it; the last is also the period "month". */
  readonly yearFirst: CivilMonth;
  readonly yearLast: CivilMonth;
  readonly spans: Readonly<Record<SliceId, DaySpan>>;
}

/**
 * "year": the last twelve months that were over on the day of the export (its own month only where the export was made
 * on the last day of it). It begins on the first day of receipt where the data begin in a later month than the twelfth.
 * "all": from the first to the last day of receipt.
 *
 * @param firstDay first day of receipt in the data, a civil day since 1970-01-01; lastDay: the last one
 * @param exportDay civil day of the newest export
 */
export function measuredPeriods(firstDay: number, lastDay: number, exportDay: number): Periods {
  const exportMonth = monthOfDay(exportDay);
  const yearLast = exportDay === lastDayOfMonth(exportMonth) ? exportMonth : exportMonth - 1;
  const yearFirst = yearLast - 11;
  const yearTo = lastDayOfMonth(yearLast);
  const startsLater = monthOfDay(firstDay) > yearFirst && firstDay <= yearTo;
  return {
    yearFirst,
    yearLast,
    spans: {
      year: { from: isoDateOfDay(startsLater ? firstDay : firstDayOfMonth(yearFirst)), to: isoDateOfDay(yearTo) },
      all: { from: isoDateOfDay(firstDay), to: isoDateOfDay(lastDay) },
      month: { from: isoDateOfDay(firstDayOfMonth(yearLast)), to: isoDateOfDay(yearTo) },
    },
  };
}

/** Days from the same date one year before (28 February for the 29th) to a civil day: 365 or 366. */
export function daysSinceYearBefore(day: number): number {
  const month = monthOfDay(day);
  const before = firstDayOfMonth(month - 12) + (day - firstDayOfMonth(month));
  return day - Math.min(before, lastDayOfMonth(month - 12));
}
