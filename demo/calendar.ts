/**
 * Days and minutes of the wall clock, counted from 1 January 1970.
 * The demonstration region lives in one zone without clock changes, so plain counting is exact.
 */
export const minutesInDay = 1440;

const monthsOf = [
  "января",
  "февраля",
  "марта",
  "апреля",
  "мая",
  "июня",
  "июля",
  "августа",
  "сентября",
  "октября",
  "ноября",
  "декабря",
];

export interface CivilDate {
  year: number;
  /** 1 to 12. */
  month: number;
  day: number;
}

/** The number of a civil day; `month` is 1 to 12. */
export function dayNumber(year: number, month: number, day: number): number {
  return Math.round(Date.UTC(year, month - 1, day) / 86_400_000);
}

/** Year, month and day of a day number. */
export function civilDate(day: number): CivilDate {
  const date = new Date(day * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** 0 for Monday, 6 for Sunday. */
export function weekday(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** The day a minute belongs to. */
export function dayOf(minute: number): number {
  return Math.floor(minute / minutesInDay);
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}

/** 05.03.2026 */
export function dottedDate(day: number): string {
  const date = civilDate(day);
  return `${two(date.day)}.${two(date.month)}.${date.year}`;
}

/** 05.03.2026 14:07 */
export function dottedMinute(minute: number): string {
  const inDay = minute - dayOf(minute) * minutesInDay;
  return `${dottedDate(dayOf(minute))} ${two(Math.floor(inDay / 60))}:${two(inDay % 60)}`;
}

/** 5 марта, or 5 марта 2026 года where the year is wanted. */
export function spokenDate(day: number, withYear = false): string {
  const date = civilDate(day);
  const spoken = `${date.day} ${monthsOf[date.month - 1]}`;
  return withYear ? `${spoken} ${date.year} года` : spoken;
}

/** The last working day (Monday to Friday) on or before a day. */
export function workingDayBefore(day: number): number {
  const number = weekday(day);
  return number < 5 ? day : day - (number - 4);
}

/** The first working day on or after a day. */
export function workingDayAfter(day: number): number {
  const number = weekday(day);
  return number < 5 ? day : day + (7 - number);
}
