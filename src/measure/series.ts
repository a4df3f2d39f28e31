import type { AppealColumns } from "../model/columns.ts";
import { type CivilMonth, firstDayOfMonth, lastDayOfMonth, monthOfDay } from "./civilMonth.ts";

/** No series is longer than twenty years, so that one mistyped date cannot make a page of a thousand months. */
export const longestSeries = 240;

/** The months that every series of the edition consists of. */
export interface Series {
  readonly first: CivilMonth;
  /** Number of months. */
  readonly length: number;
  /**
   * For each row its place in the series, 1 … length; 0 for receipt before the series or at an impossible date,
   * length + 1 after it.
   */
  readonly slot: Uint16Array;
  /** For each month, whether the data cover it whole: all channels together, and each channel (index). */
  readonly complete: readonly boolean[];
  readonly completeByChannel: readonly (readonly boolean[])[];
}

/** From the month of the first receipt to the month of the export. */
export function seriesOf(columns: AppealColumns, exportDay: number): Series {
  const last = monthOfDay(exportDay);
  const lastDay = lastDayOfMonth(last);
  let firstDay = exportDay;
  const isDated = (row: number): boolean => !Number.isNaN(columns.followedDays[row]);
  for (let i = 0; i < columns.length; i++)
    if (isDated(i) && columns.receivedDay[i]! < firstDay) firstDay = columns.receivedDay[i]!;
  const first = Math.max(monthOfDay(firstDay), last - longestSeries + 1);
  const length = last - first + 1;
  const origin = firstDayOfMonth(first);
  const slotOfDay = new Uint16Array(lastDay - origin + 1);
  for (let month = 0; month < length; month++) {
    slotOfDay.fill(month + 1, firstDayOfMonth(first + month) - origin, firstDayOfMonth(first + month + 1) - origin);
  }
  const slot = new Uint16Array(columns.length);
  const perDay = columns.lists.channels.map(() => new Uint32Array(slotOfDay.length));
  for (let i = 0; i < columns.length; i++) {
    const day = isDated(i) ? columns.receivedDay[i]! - origin : -1;
    slot[i] = day < 0 ? 0 : day < slotOfDay.length ? slotOfDay[day]! : length + 1;
    if (day >= 0 && day < slotOfDay.length) perDay[columns.channel[i]!]![day]! += 1;
  }
  const whole = new Uint32Array(slotOfDay.length);
  for (const counts of perDay) counts.forEach((count, day) => (whole[day]! += count));
  const months = Array.from({ length }, (_, month) => ({
    from: firstDayOfMonth(first + month) - origin,
    to: lastDayOfMonth(first + month) - origin,
  }));
  const complete = (counts: Uint32Array): boolean[] => coveredSpans(counts, months, exportDay - origin);
  return { first, length, slot, complete: complete(whole), completeByChannel: perDay.map(complete) };
}

/** Days without an appeal at the edges of the data that need no explanation: a weekend with a holiday. */
const quietDays = 3;
/** So many appeals must be expected in a silence before it means that data are missing (by chance: e^−5, under 1 %). */
const expectedInSilence = 5;
/** The pace by which a silence is judged is that of so many days next to it. */
const paceDays = 28;

/**
 * A month (any span of days) is covered unless it is not over on the day of the export, or the data begin (or end) inside it in a telling
 * way: after (or before) a silence longer than a weekend in which, at the pace of the four weeks next to it, at least
 * five appeals should have come. Months before the first and after the last appeal are judged by the same silence.
 */
export function coveredSpans(
  perDay: Uint32Array,
  months: readonly { from: number; to: number }[],
  exportDay: number,
): boolean[] {
  const first = perDay.findIndex((count) => count > 0);
  const last = perDay.findLastIndex((count) => count > 0);
  if (first < 0) return months.map(({ to }) => to <= exportDay);
  const paceAfter = paceOf(perDay.subarray(first, first + paceDays));
  const paceBefore = paceOf(perDay.subarray(Math.max(0, last - paceDays + 1), last + 1));
  const telling = (silence: number, pace: number): boolean =>
    silence > quietDays && silence * pace >= expectedInSilence;
  return months.map(
    ({ from, to }) => to <= exportDay && !telling(first - from, paceAfter) && !telling(to - last, paceBefore),
  );
}

function paceOf(perDay: Uint32Array): number {
  return perDay.reduce((sum, count) => sum + count, 0) / paceDays;
}
