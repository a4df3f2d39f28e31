import { type Part, type Reading } from "./format/part.ts";
import { isDateCell } from "./isDateCell.ts";

/**
 * The last record of the header that begins with a record: names merged downwards belong to all of its rows. A row with a date
 * is one of data, with whatever it is merged.
 */
export function lastHeaderRow({ merged }: Part, { sample: { lines, rows } }: Reading, record: number): number {
  const end = merged?.headerEnd(lines[record] ?? 0) ?? 0;
  let last = record;
  while (last + 1 < rows.length && lines[last + 1]! <= end && !rows[last + 1]!.some(isDateCell)) last += 1;
  return last;
}
