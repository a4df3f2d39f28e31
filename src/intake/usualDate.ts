/** How a date is written: what the order of day and month is found from. */
export interface WrittenDate {
  form: "year-first" | "year-last" | "named" | "serial";
  separator: string;
  /** The figures in the order in which they stand; for every form but year-last it is year, month, day. */
  first: number;
  second: number;
  third: number;
  /** Milliseconds since midnight; null where no time is written, NaN where the clock has no such time. */
  time: number | null;
  /** Milliseconds east of Greenwich, where the text says so itself. */
  offset: number | null;
}

const point = 46;
const hyphen = 45;
const slash = 47;

/** The number that figures of a text say from a place on; NaN where one of them is none. */
function figures(text: string, from: number, count: number): number {
  let number = 0;
  for (let at = from; at < from + count; at += 1) {
    const figure = text.charCodeAt(at) - 48;
    if (!(figure >= 0 && figure <= 9)) return Number.NaN;
    number = number * 10 + figure;
  }
  return number;
}

/** Milliseconds since midnight, with NaN for what is no clock time; undefined where something else stands there. */
function clockOf(text: string): number | null | undefined {
  const { length } = text;
  if (length === 10) return null;
  if ((length !== 16 && length !== 19) || text.charCodeAt(13) !== 58) return undefined;
  const before = text.charCodeAt(10);
  if (before !== 32 && before !== 84) return undefined;
  if (length === 19 && text.charCodeAt(16) !== 58) return undefined;
  const [hours, minutes] = [figures(text, 11, 2), figures(text, 14, 2)];
  const seconds = length === 19 ? figures(text, 17, 2) : 0;
  if (Number.isNaN(hours + minutes + seconds)) return undefined;
  if (hours === 24 && minutes === 0 && seconds === 0) return 0;
  return hours > 23 || minutes > 59 || seconds > 59 ? Number.NaN : ((hours * 60 + minutes) * 60 + seconds) * 1000;
}

/**
 * Takes a date apart that is written as nearly all are: 03.10.2026, 2026-10-03, with 14:05 or 14:05:00 behind it or not. Says the
 * same of them as writtenDate, in a tenth of the time.
 *
 * @returns null for every other text
 */
export function usualDate(text: string): WrittenDate | null {
  const time = clockOf(text);
  if (time === undefined) return null;
  const isYearLast = text.charCodeAt(2) < 48;
  const [first, second] = isYearLast ? [2, 5] : [4, 7];
  const sign = text.charCodeAt(first);
  if ((sign !== point && sign !== hyphen && sign !== slash) || text.charCodeAt(second) !== sign) return null;
  const start = figures(text, 0, first);
  const middle = figures(text, first + 1, 2);
  const end = figures(text, second + 1, 9 - second);
  if (Number.isNaN(start + middle + end)) return null;
  const separator = sign === point ? "." : sign === hyphen ? "-" : "/";
  return {
    form: isYearLast ? "year-last" : "year-first",
    separator,
    first: start,
    second: middle,
    third: end,
    time,
    offset: null,
  };
}
