import { isoDateOfDay } from "../../model/moment.ts";

/** A week from Monday to Sunday as one whole number; week 0 holds 1 January 1970, a Thursday. */
export type Week = number;

/** A year of whole weeks: the same days of the week, one or two days off by the date. */
export const weeksInYear = 52;

/** The week in which a civil day (counted from 1970-01-01) lies. */
export function weekOfDay(day: number): Week {
  return Math.floor((day + 3) / 7);
}

/** The civil day on which a week begins. */
export function mondayOf(week: Week): number {
  return week * 7 - 3;
}

/** Monday and Sunday of a span of weeks, both inside it. */
export function daysOfWeeks(first: Week, last: Week): { from: string; to: string } {
  return { from: isoDateOfDay(mondayOf(first)), to: isoDateOfDay(mondayOf(last) + 6) };
}
