import type { AppealColumns } from "../../model/columns.ts";
import { coveredSpans, longestSeries } from "../series.ts";
import { mondayOf, type Week, weekOfDay } from "./week.ts";

/** The whole weeks of an edition. */
export interface WeekSeries {
  readonly first: Week;
  readonly length: number;
  /** For each row the place of its week, 0 … length − 1; −1 outside them. */
  readonly slot: Int16Array;
}

/** No series is longer than months are. */
const longest = Math.floor((longestSeries / 12) * 52);
/** A channel of which nothing has come for so long is over, and does not keep a week from being whole. */
const overAfterDays = 56;

/**
 * From the first whole week of the data to the last that was over on the day of the export and that the data cover whole,
 * every living channel for itself.
 *
 * @param exportDay the day of the oldest of the newest exports of all sources, since 1970-01-01
 * @returns null where no week is whole
 */
export function weekSeriesOf(columns: AppealColumns, exportDay: number): WeekSeries | null {
  const isDated = (row: number): boolean => !Number.isNaN(columns.followedDays[row]);
  let firstDay = Infinity;
  for (let row = 0; row < columns.length; row++)
    if (isDated(row)) firstDay = Math.min(firstDay, columns.receivedDay[row]!);
  if (firstDay > exportDay) return null;
  const end = weekOfDay(exportDay + 1) - 1;
  const start = Math.max(weekOfDay(firstDay), end - longest + 1);
  const origin = mondayOf(start);
  const size = exportDay - origin + 1;
  if (end < start) return null;
  const perDay = columns.lists.channels.map(() => new Uint32Array(size));
  for (let row = 0; row < columns.length; row++) {
    const day = columns.receivedDay[row]! - origin;
    if (isDated(row) && day >= 0 && day < size) perDay[columns.channel[row]!]![day]! += 1;
  }
  const spans = Array.from({ length: end - start + 1 }, (_, week) => ({ from: week * 7, to: week * 7 + 6 }));
  const whole = new Uint32Array(size);
  for (const counts of perDay) counts.forEach((count, day) => (whole[day]! += count));
  const living = perDay.filter((counts) => counts.findLastIndex((count) => count > 0) >= size - overAfterDays);
  const covered = [whole, ...living].map((counts) => coveredSpans(counts, spans, size - 1));
  // A channel that began later was not there before: only the beginning of all the data cuts a week.
  const first = covered[0]!.indexOf(true);
  const last = spans.findLastIndex((_, week) => covered.every((weeks) => weeks[week]));
  if (first < 0 || last < first) return null;
  const length = last - first + 1;
  const slot = new Int16Array(columns.length).fill(-1);
  for (let row = 0; row < columns.length; row++) {
    const week = isDated(row) ? weekOfDay(columns.receivedDay[row]!) - start - first : -1;
    if (week >= 0 && week < length) slot[row] = week;
  }
  return { first: start + first, length, slot };
}
