import { z } from "zod";
import { isoDateSchema } from "./isoDate.ts";
import { dayOfIsoDate, isoDateOfDay, millisecondsPerDay } from "./moment.ts";

/**
 * data/calendars/COUNTRY-YEAR.csv: the days that differ from an ordinary week (Monday to Friday working, the rest off),
 * each with the law or decree it rests on. Days off are moved by decree every autumn for the year to come, so they are
 * data; a library cannot know them.
 */
export const calendarRowSchema = z.strictObject({
  date: isoDateSchema,
  day: z.enum(["off", "working"]),
  basis: z.string().min(1),
});
export type CalendarRow = z.infer<typeof calendarRowSchema>;

export interface WorkingCalendar {
  isWorking(day: number): boolean;
  /** True for a year without a decree: only the law's holidays are off then, and figures that rest on it must say so. */
  isProvisional(year: number): boolean;
}

/** Holidays of Article 112 of the Labour Code of the Russian Federation, month and day. */
const holidays = new Set([
  "01-01",
  "01-02",
  "01-03",
  "01-04",
  "01-05",
  "01-06",
  "01-07",
  "01-08",
  "02-23",
  "03-08",
  "05-01",
  "05-09",
  "06-12",
  "11-04",
]);

/**
 * The calendar of the years that have rows; every other year is provisional. In a provisional year a holiday that falls
 * on a weekend moves to the next working day after it, those of January excepted (the decree moves them, nobody knows
 * yet where to): Article 112. Of calendars under another name than "ru" no law is known: weekends alone are off then.
 */
export function workingCalendar(rows: readonly CalendarRow[], name = "ru"): WorkingCalendar {
  const listed = new Map(rows.map((row) => [dayOfIsoDate(row.date), row.day === "working"]));
  const years = new Set(rows.map((row) => Number(row.date.slice(0, 4))));
  const provisional = new Map<number, ReadonlySet<number>>();
  const daysOff = (year: number): ReadonlySet<number> => {
    if (!provisional.has(year)) provisional.set(year, name === "ru" ? provisionalDaysOff(year) : new Set());
    return provisional.get(year)!;
  };
  return {
    isWorking: (day) => {
      const year = new Date(day * millisecondsPerDay).getUTCFullYear();
      if (years.has(year)) return listed.get(day) ?? !isWeekend(day);
      return !isWeekend(day) && !daysOff(year).has(day);
    },
    isProvisional: (year) => !years.has(year),
  };
}

function provisionalDaysOff(year: number): ReadonlySet<number> {
  const off = new Set([...holidays].map((date) => dayOfIsoDate(`${String(year).padStart(4, "0")}-${date}`)));
  for (const day of [...off].filter((holiday) => isWeekend(holiday) && !isoDateOfDay(holiday).includes("-01-"))) {
    let next = day + 1;
    while (isWeekend(next) || off.has(next)) next++;
    off.add(next);
  }
  return off;
}

function isWeekend(day: number): boolean {
  // 1970-01-01 was a Thursday.
  const weekday = (((day + 3) % 7) + 7) % 7;
  return weekday >= 5;
}

/**
 * The civil day on which a norm of so many working days runs out: the day of receipt is not counted, and the last day
 * counts to its end.
 *
 * @param amount whole working days, at least 1
 * @throws RangeError otherwise
 */
export function workingDeadline(receivedDay: number, amount: number, calendar: WorkingCalendar): number {
  if (!(Number.isSafeInteger(amount) && amount >= 1))
    throw new RangeError("a norm in working days is a whole number of at least 1");
  let day = receivedDay;
  for (let left = amount; left > 0;) {
    day++;
    if (calendar.isWorking(day)) left--;
  }
  return day;
}
