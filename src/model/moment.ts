/**
 * A point in time as an export gives it. An export that knows only dates stays that way: the precision travels with
 * the value all the way into the measures.
 *
 * day: the civil day in the portal's time zone, counted from 1970-01-01.
 * instant: milliseconds since 1970-01-01T00:00Z, or null where only the date is known.
 */
export interface Moment {
  readonly day: number;
  readonly instant: number | null;
}

export const millisecondsPerDay = 86_400_000;

/**
 * Waiting time in days. Between two instants it is the elapsed time (fractions of a day); as soon as one side is a bare
 * date it is the number of civil days between them, because nothing finer is known.
 */
export function daysBetween(from: Moment, to: Moment): number {
  if (from.instant !== null && to.instant !== null) return (to.instant - from.instant) / millisecondsPerDay;
  return to.day - from.day;
}

/** The civil day of an ISO date (YYYY-MM-DD), counted from 1970-01-01. The date must exist. */
export function dayOfIsoDate(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / millisecondsPerDay;
}

/** The ISO date (YYYY-MM-DD) of a civil day counted from 1970-01-01. */
export function isoDateOfDay(day: number): string {
  return new Date(day * millisecondsPerDay).toISOString().slice(0, 10);
}

/**
 * A moment as published text: "2026-10-03" where only the date is known, else local time with its offset,
 * "2026-10-03T14:05+03:00". Seconds are left out: nobody's wait is measured in them, and they help to re-identify.
 *
 * @param offsetMinutes minutes east of Greenwich at that instant; ignored for bare dates
 */
export function formatMoment(moment: Moment, offsetMinutes: number): string {
  if (moment.instant === null) return isoDateOfDay(moment.day);
  const local = new Date(moment.instant + offsetMinutes * 60_000).toISOString().slice(0, 16);
  const sign = offsetMinutes < 0 ? "-" : "+";
  const hours = String(Math.floor(Math.abs(offsetMinutes) / 60)).padStart(2, "0");
  const minutes = String(Math.abs(offsetMinutes) % 60).padStart(2, "0");
  return `${local}${sign}${hours}:${minutes}`;
}

/** Reads what formatMoment wrote. */
export function parseMoment(text: string): Moment {
  const day = dayOfIsoDate(text.slice(0, 10));
  return { day, instant: text.length === 10 ? null : Date.parse(text) };
}
