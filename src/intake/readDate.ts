import type { Source } from "../model/source.ts";
import { millisecondsPerDay, type Moment } from "../model/moment.ts";
import type { CivilTime } from "./civilTime.ts";
import { visibleLabel } from "./label.ts";
import { monthNumber } from "./monthNames.ts";
import { usualDate, type WrittenDate } from "./usualDate.ts";

export type DateOrder = NonNullable<Source["dateOrder"]>;

/** A date as read: a moment, or why there is none. ambiguous: day and month cannot be told apart. */
export type DateReading = Moment | "unreadable" | "impossible" | "ambiguous";

const time = String.raw`(?:(?:T|,? +| в )(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?(?: ?([AaPp])\.?[Mm]\.?)?)?`;
const zone = String.raw`(?: ?(Z|UTC|GMT|MSK|МСК|[+-]\d{2}:?\d{2}|[+-]\d{2}))?`;
const yearFirst = new RegExp(String.raw`^(\d{4})([-./])(\d{1,2})\2(\d{1,2})${time}${zone}$`);
const yearLast = new RegExp(String.raw`^(\d{1,2})([-./])(\d{1,2})\2(\d{4}|\d{2})(?: ?г\.?)?${time}${zone}$`);
const dayMonthName = new RegExp(
  String.raw`^(?:\p{L}{2,},? +)?(\d{1,2})()[ .-]+(\p{L}{3,})\.?,?[ .-]+(\d{4}|\d{2})(?: ?г(?:ода|\.)?)?${time}${zone}$`,
  "u",
);
const monthNameDay = new RegExp(
  String.raw`^(?:\p{L}{2,},? +)?(\p{L}{3,})()\.? +(\d{1,2}),? +(\d{4})${time}${zone}$`,
  "u",
);
const afterWord = /^\p{L}[\p{L} ]*:? +(\d.*)$/u;

function clockTime(
  hour: string | undefined,
  minute: string | undefined,
  second: string | undefined,
  half: string | undefined,
): number | null {
  if (hour === undefined || minute === undefined) return null;
  let hours = Number(hour);
  if (half !== undefined) {
    if (hours < 1 || hours > 12) return Number.NaN;
    hours = (hours % 12) + (half.toLowerCase() === "p" ? 12 : 0);
  }
  const minutes = Number(minute);
  const seconds = Number(second ?? 0);
  // 24:00 is the end of the day that is named: as fine as the day itself, like the midnight at its beginning.
  if (hours === 24 && minutes === 0 && seconds === 0) return 0;
  return hours > 23 || minutes > 59 || seconds > 59 ? Number.NaN : ((hours * 60 + minutes) * 60 + seconds) * 1000;
}

function offsetOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (text === "Z" || text === "UTC" || text === "GMT") return 0;
  if (text === "MSK" || text === "МСК") return moscow;
  const sign = text.startsWith("-") ? -1 : 1;
  const minutes = text.length > 3 ? Number(text.slice(-2)) : 0;
  return sign * (Number(text.slice(1, 3)) * 60 + minutes) * 60_000;
}

/** Milliseconds that Moscow is east of Greenwich, as its systems write it after their times. */
const moscow = 3 * 3_600_000;
const serialEpoch = Date.UTC(1899, 11, 30) / millisecondsPerDay;

/** Numbers that stand for dates: days since 1899-12-30 (1990 to 2099), YYYYMMDD, seconds or milliseconds since 1970. */
function writtenAsNumber(text: string): WrittenDate | null {
  const date = { form: "serial" as const, separator: "", offset: null };
  const compact = /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(text);
  if (compact)
    return { ...date, first: Number(compact[1]), second: Number(compact[2]), third: Number(compact[3]), time: null };
  const value = Number(text.replace(",", "."));
  let milliseconds: number;
  if (/^\d{5}(?:[.,]\d+)?$/.test(text) && value >= 32_874 && value < 73_051)
    milliseconds = Math.round((serialEpoch + value) * 86_400) * 1000;
  else if (/^\d{10}$/.test(text)) milliseconds = value * 1000;
  else if (/^\d{13}$/.test(text)) milliseconds = value;
  else return null;
  const at = new Date(milliseconds);
  const sinceMidnight = milliseconds - Math.floor(milliseconds / millisecondsPerDay) * millisecondsPerDay;
  return {
    ...date,
    first: at.getUTCFullYear(),
    second: at.getUTCMonth() + 1,
    third: at.getUTCDate(),
    time: sinceMidnight === 0 ? null : sinceMidnight,
    offset: text.length >= 10 && !/[.,]/.test(text) ? 0 : null,
  };
}

/** Writings of programs that say the same in another order: the clock first, JavaScript's own text, .NET's JSON, ISO without signs, the day in quotation marks. */
const rewritten: readonly (readonly [RegExp, string])[] = [
  [/^(\d{1,2}:\d{2}(?::\d{2})?),? +(\d{1,4}[-./]\d{1,2}[-./]\d{2,4})$/, "$2 $1"],
  [
    /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d{1,2}) (\d{4}) (\d{2}:\d{2}:\d{2}) (?:GMT|UTC)([+-]\d{4})(?: \(.*\))?$/,
    "$2 $1 $3 $4 $5",
  ],
  [/^\/Date\((\d{10,13})(?:[+-]\d{4})?\)\/$/, "$1"],
  [/^((?:19|20)\d{2})([01]\d)([0-3]\d)([0-2]\d)([0-5]\d)([0-5]\d)$/, "$1-$2-$3T$4:$5:$6"],
  [/^((?:19|20)\d{2})([01]\d)([0-3]\d) (\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?)$/, "$1-$2-$3 $4"],
  [/^(\d{10}|\d{13})[.,]0+$/, "$1"],
  [/^(?!\d+\.\d+\.\d)(\d{1,2}) ?\. ?(\d{1,2}) ?\. ?(\d{4})(?=$| )/, "$1.$2.$3"],
  [/^[«"„“]\s*(\d{1,2})\s*[»"“”]\s*(?=\p{L})/u, "$1 "],
  [/^(?:пн|вт|ср|чт|пт|сб|вс)\.?,? +(?=\d)/iu, ""],
  [/(\d{1,2}) ?ч(?:ас)?\.? ?(\d{2}) ?м(?:ин)?\.?$/u, "$1:$2"],
  [/(:\d{2}) ?\((МСК|MSK|UTC|GMT)\)$/u, "$1 $2"],
  [/([+-]\d{2}:\d{2}|Z)\[[\w/+-]+\]$/, "$1"],
  [/^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?$/, "$1-$2-$3T$4:$5:$6$7"],
];

const usual = /^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?$/;

/** The text of a date without what nobody sees in it, an apostrophe before it and a stop behind. */
function plainWriting(written: string): string {
  const plain = /^[\x20-\x7e\u0400-\u04ff]*$/.test(written) ? written : visibleLabel(written);
  const text = plain.replace(/^['’]/, "").replace(/(\d)[.;,]$/, "$1");
  // Nearly every date is written so.
  if (usual.test(text)) return text;
  for (const [form, other] of rewritten)
    if (form.test(text)) return text.replace(form, other).replace(/:(?=Z|[+-]|$)/, "");
  return text;
}

/** Takes a date apart, or null where the text is none. A word before it ("Выполнено 03.10.2026") is passed over. */
export function writtenDate(written: string): WrittenDate | null {
  return usualDate(written) ?? otherDate(written);
}

/** The same by every form that is known. */
export function otherDate(written: string): WrittenDate | null {
  const text = plainWriting(written);
  let form: WrittenDate["form"] = "year-first";
  let parts = yearFirst.exec(text);
  if (!parts) {
    form = "year-last";
    parts = yearLast.exec(text);
  }
  if (!parts) {
    form = "named";
    parts = dayMonthName.exec(text) ?? monthNameDay.exec(text);
  }
  if (!parts) {
    const number = /^\d/.test(text) ? writtenAsNumber(text) : null;
    const [, rest] = number === null ? (afterWord.exec(text) ?? []) : [];
    return rest === undefined ? number : writtenDate(rest);
  }
  const [, a = "", separator = "", b = "", c = "", hour, minute, second, half, offset] = parts;
  const rest = { form, separator, time: clockTime(hour, minute, second, half), offset: offsetOf(offset) };
  if (form === "named") {
    const month = monthNumber(a) ?? monthNumber(b);
    const day = Number(/^\d/.test(a) ? a : b);
    return month === null
      ? null
      : { ...rest, first: c.length === 2 ? 2000 + Number(c) : Number(c), second: month, third: day };
  }
  return {
    ...rest,
    first: Number(a),
    second: Number(b),
    third: form === "year-last" && c.length === 2 ? 2000 + Number(c) : Number(c),
  };
}

/** Day and month of a date written with the year last. Points are day-first all over the world; slashes are not. */
function dayAndMonth({ first, second, separator }: WrittenDate, order: DateOrder | undefined): [number, number] | null {
  if (order === "month-first") return [second, first];
  if (order === "day-first" || order === "half-swapped" || separator === "." || first > 12) return [first, second];
  if (second > 12) return [second, first];
  return first === second ? [first, second] : null;
}

/** The day since 1970-01-01, or null where the calendar has no such date. */
function civilDay(year: number, month: number, day: number): number | null {
  if (year < 1000 || month < 1 || month > 12 || day < 1 || day > 31) return null;
  const at = Date.UTC(year, month - 1, day);
  // Every month has so many days.
  return day <= 28 || new Date(at).getUTCDate() === day ? at / millisecondsPerDay : null;
}

/**
 * Reads one date or date-time of an export. Midnight is a bare date: systems that know no time write it so, and nothing
 * finer may be concluded from it.
 *
 * @param text without spaces at its ends, not empty
 * @param order order of day and month where the year stands last
 */
export function readDate(text: string, order: DateOrder | undefined, civil: CivilTime): DateReading {
  const written = writtenDate(text);
  return written === null ? "unreadable" : momentOf(written, order, civil);
}

/** When a date was that has been taken apart: see readDate. */
export function momentOf(written: WrittenDate, order: DateOrder | undefined, civil: CivilTime): DateReading {
  let { first: year, second: month, third: day } = written;
  if (written.form === "year-last") {
    const told = dayAndMonth(written, order);
    if (told === null) return "ambiguous";
    year = written.third;
    [day, month] = told;
  }
  if (order === "half-swapped" && day <= 12) [day, month] = [month, day];
  const date = civilDay(year, month, day);
  if (date === null || Number.isNaN(written.time)) return "impossible";
  if (written.time === null || written.time === 0) return { day: date, instant: null };
  if (written.offset !== null) return civil.fromInstant(date * millisecondsPerDay + written.time - written.offset);
  return civil.fromLocal(date, written.time);
}
