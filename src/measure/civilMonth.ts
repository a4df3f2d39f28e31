import { millisecondsPerDay } from "../model/moment.ts";

/** A calendar month as one whole number, year × 12 + (month − 1), so that months can be counted and compared. */
export type CivilMonth = number;

/** The month in which a civil day (counted from 1970-01-01) lies. */
export function monthOfDay(day: number): CivilMonth {
  const date = new Date(day * millisecondsPerDay);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** The first civil day of a month, counted from 1970-01-01. */
export function firstDayOfMonth(month: CivilMonth): number {
  return Date.UTC(Math.floor(month / 12), month % 12, 1) / millisecondsPerDay;
}

/** The last civil day of a month, counted from 1970-01-01. */
export function lastDayOfMonth(month: CivilMonth): number {
  return firstDayOfMonth(month + 1) - 1;
}

/** YYYY-MM. */
export function isoMonth(month: CivilMonth): string {
  return `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}`;
}
