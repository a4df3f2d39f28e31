import { type Source } from "../model/source.ts";
import { millisecondsPerDay, type Moment } from "../model/moment.ts";
import { type CivilTime } from "./civilTime.ts";

export type DateOrder = NonNullable<Source["dateOrder"]>;

/** A date as read: a moment, or why there is none. ambiguous: day and month cannot be told apart. */
export type DateReading = Moment | "unreadable" | "impossible" | "ambiguous";

const time = String.raw`(?:(?:T|,? +)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?: ?([AaPp])\.?[Mm]\.?)?)?`;
const zone = String.raw`(?: ?(Z|[+-]\d{2}:?\d{2}|[+-]\d{2}))?`;
const yearFirst = new RegExp(String.raw`^(\d{4})([-./])(\d{1,2})\2(\d{1,2})${time}${zone}$`);
const yearLast = new RegExp(String.raw`^(\d{1,2})([-./])(\d{1,2})\2(\d{4}|\d{2})(?: ?г\.?)?${time}$`);

/** The day since 1970-01-01, or null where the calendar has no such date. */
function civilDay(year: number, month: number, day: number): number | null {
  const at = Date.UTC(year, month - 1, day);
  const date = new Date(at);
  if (year < 100) return null;
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && month >= 1 ? at / millisecondsPerDay : null;
}

/** Milliseconds since midnight, or null where the clock has no such time. */
function clockTime(hour: string, minute: string, second: string | undefined, half: string | undefined): number | null {
  let hours = Number(hour);
  if (half !== undefined) {
    if (hours < 1 || hours > 12) return null;
    hours = (hours % 12) + (half.toLowerCase() === "p" ? 12 : 0);
  }
  const minutes = Number(minute);
  const seconds = Number(second ?? 0);
  if (hours > 23 || minutes > 59 || seconds > 59) return null;
  return ((hours * 60 + minutes) * 60 + seconds) * 1000;
}

function offsetMilliseconds(text: string): number {
  if (text === "Z") return 0;
  const sign = text.startsWith("-") ? -1 : 1;
  const minutes = text.length > 3 ? Number(text.slice(-2)) : 0;
  return sign * (Number(text.slice(1, 3)) * 60 + minutes) * 60_000;
}

/** Day and month of a date written with the year last. Points are day-first all over the world; slashes are not. */
function dayAndMonth(first: number, second: number, separator: string, order: DateOrder | undefined): [number, number] | "ambiguous" {
  if (order === "month-first") return [second, first];
  if (order === "day-first" || separator === "." || first > 12) return [first, second];
  if (second > 12) return [second, first];
  return first === second ? [first, second] : "ambiguous";
}

/**
 * Reads one date or date-time of an export. Midnight to the minute is a bare date: systems that know no time write it
 * so, and nothing finer may be concluded from it.
 *
 * @param text without spaces at its ends, not empty
 * @param order order of day and month where the year stands last
 */
export function readDate(text: string, order: DateOrder | undefined, civil: CivilTime): DateReading {
  let year: number;
  let month: number;
  let day: number;
  let parts = yearFirst.exec(text);
  if (parts) {
    year = Number(parts[1]);
    month = Number(parts[3]);
    day = Number(parts[4]);
  } else {
    parts = yearLast.exec(text);
    if (!parts) return "unreadable";
    const [, first, separator = "", second, yearText = ""] = parts;
    const told = dayAndMonth(Number(first), Number(second), separator, order);
    if (told === "ambiguous") return "ambiguous";
    [day, month] = told;
    year = Number(yearText) + (yearText.length === 2 ? 2000 : 0);
  }
  const civilDate = civilDay(year, month, day);
  if (civilDate === null) return "impossible";
  const [, , , , , hour, minute, second, half, offset] = parts;
  if (hour === undefined || minute === undefined) return { day: civilDate, instant: null };
  const sinceMidnight = clockTime(hour, minute, second, half);
  if (sinceMidnight === null) return "impossible";
  if (sinceMidnight === 0) return { day: civilDate, instant: null };
  if (offset !== undefined) return civil.fromInstant(civilDate * millisecondsPerDay + sinceMidnight - offsetMilliseconds(offset));
  return civil.fromLocal(civilDate, sinceMidnight);
}
