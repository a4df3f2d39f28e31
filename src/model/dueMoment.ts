import { formatMoment, isoDateOfDay, millisecondsPerDay, parseMoment } from "./moment.ts";

const minute = 60_000;

/** Published norms are rounded to 1e-5 of a day, under a second. */
const rounding = 1e-5;

/**
 * Until when an appeal is in time: the last day where the norm ends with a day or only the day of receipt is known, else the
 * minute. Told from what is published alone, so that nobody learns more of an appeal by it.
 *
 * @param received as published
 * @param norm length of the norm in days since receipt, as published
 * @param offsetAt minutes east of Greenwich at an instant
 */
export function dueMoment(received: string, norm: number, offsetAt: (instant: number) => number): string {
  const { day, instant } = parseMoment(received);
  if (instant === null) return isoDateOfDay(day + Math.floor(norm + rounding));
  const due = Math.round((instant + norm * millisecondsPerDay) / minute) * minute;
  const told = formatMoment({ day, instant: due }, offsetAt(due));
  return told.slice(11, 16) === "00:00"
    ? formatMoment({ day, instant: due - minute }, offsetAt(due - minute)).slice(0, 10)
    : told;
}
