import { type AppealColumns, none } from "../model/columns.ts";

/** Fewer closings than this are a day's work. */
const leastClosings = 20;
/** Times the agency's usual day. */
const timesUsual = 5;

/** The civil day on which an appeal was closed; only for rows whose closing is dated. */
export function closingDay(columns: AppealColumns, row: number): number {
  return columns.closedDay?.[row] ?? columns.receivedDay[row]! + Math.floor(columns.closingDays[row]!);
}

/**
 * Rows closed in bulk: on a day on which their agency closed at least twenty appeals and at least five times as many as
 * on the median of the days on which it closed any. Appeals without an agency are left out.
 *
 * @returns 1 for each row closed in bulk
 */
export function massClosings(columns: AppealColumns): Uint8Array {
  const perDay = columns.lists.agencies.map(() => new Map<number, number>());
  const dated = (row: number): boolean =>
    columns.closed[row] === 1 && columns.agency[row] !== none && !Number.isNaN(columns.closingDays[row]);
  for (let row = 0; row < columns.length; row++) {
    if (!dated(row)) continue;
    const days = perDay[columns.agency[row]!]!;
    const day = closingDay(columns, row);
    days.set(day, (days.get(day) ?? 0) + 1);
  }
  const bulk = perDay.map((days) => Math.max(leastClosings, timesUsual * median([...days.values()])));
  const found = new Uint8Array(columns.length);
  for (let row = 0; row < columns.length; row++) {
    if (!dated(row)) continue;
    const agency = columns.agency[row]!;
    if (perDay[agency]!.get(closingDay(columns, row))! >= bulk[agency]!) found[row] = 1;
  }
  return found;
}

function median(counts: number[]): number {
  counts.sort((a, b) => a - b);
  const middle = counts.length / 2;
  return counts.length === 0 ? 0 : (counts[Math.ceil(middle) - 1]! + counts[Math.floor(middle)]!) / 2;
}
