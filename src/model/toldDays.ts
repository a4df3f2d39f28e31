import { dayOfIsoDate } from "./moment.ts";

/** A wait of so many days and more is told in whole days: the hours are noise then. */
export const wholeDaysFrom = 10;

/**
 * The days that a single appeal waited, as they are told wherever its dates may stand beside them: whole days are those that
 * anybody counts in a calendar between the two dates, whatever the hour, so that two appeals of one day never differ. Shorter
 * waits stay as they are, with their hours.
 *
 * @param days the exact wait, by which it is judged
 * @param from moment of receipt
 * @param to moment of what was waited for, or until when it has been waited
 */
export function toldDays(days: number, from: string, to: string): number {
  return days < wholeDaysFrom ? days : dayOfIsoDate(to.slice(0, 10)) - dayOfIsoDate(from.slice(0, 10));
}
