import type { Part, Reading } from "../format/part.ts";
import { headerRows, lastHeaderRow } from "../headerRows.ts";
import { visibleLabel } from "../label.ts";
import { writtenDate } from "../readDate.ts";
import { namedColumns } from "../recogniseTable.ts";
import type { Table } from "../table.ts";

/** How evenly a reading cuts the first records: the width that most of them have, and how many have it. */
function evenness({ sample }: Reading): { width: number; share: number } {
  const widths = new Map<number, number>();
  for (const row of sample.rows)
    if (row.some((cell) => cell.trim() !== "")) widths.set(row.length, (widths.get(row.length) ?? 0) + 1);
  const [[width = 0, count = 0] = []] = [...widths.entries()].sort(
    ([leftWidth, left], [rightWidth, right]) => right - left || rightWidth - leftWidth,
  );
  const total = [...widths.values()].reduce((sum, more) => sum + more, 0);
  return { width, share: total === 0 ? 0 : count / total };
}

/** True for a record that names columns: filled nearly everywhere, no dates, no long texts, hardly a name twice. */
function looksLikeHeader(row: readonly string[]): boolean {
  const cells = row.map(visibleLabel).filter((cell) => cell !== "");
  if (cells.length < 2 || cells.length < row.length * 0.6) return false;
  if (cells.some((cell) => writtenDate(cell) !== null || cell.length > 120)) return false;
  return cells.every((cell) => /\p{L}|№|#/u.test(cell));
}

/**
 * A table that no source claims: the delimiter under which the records are evenest, the first record that names columns.
 * Without one the columns are named by their numbers.
 *
 * @returns headerless: true where there is no header row in the file
 */
export function unknownTable(part: Part): { table: Table; headerless: boolean } | null {
  let best: { reading: Reading; width: number; share: number } | null = null;
  for (const reading of part.readings) {
    const { width, share } = evenness(reading);
    if (width < 2) continue;
    if (best === null || share * Math.min(width, 30) > best.share * Math.min(best.width, 30))
      best = { reading, width, share };
  }
  if (best === null) return null;
  const { reading, width } = best;
  const record = reading.sample.rows.findIndex((_, at) => {
    const { names } = headerRows(part, reading, at);
    return names.length >= width && looksLikeHeader(names.slice(0, width));
  });
  const common = { encoding: part.encoding, delimiter: reading.delimiter, rows: () => reading.rows() };
  if (record === -1 || record > 20) {
    return {
      headerless: true,
      table: { ...common, header: Array.from({ length: width }, (_, index) => `column ${index + 1}`), headerLine: 0 },
    };
  }
  const { lines, rows } = reading.sample;
  // The last row of a header whose names are merged downwards has them all.
  const last = lastHeaderRow(part, reading, record);
  const header = headerRows(part, reading, record);
  return {
    headerless: false,
    table: {
      ...common,
      header: namedColumns(last > record ? (rows[last] ?? []) : header.names, rows.slice(header.last + 1)),
      headerLine: lines[header.last] ?? 0,
    },
  };
}
