import Papa from "papaparse";
import type { Reading } from "./part.ts";
import type { RowBatch } from "../table.ts";
import type { OnRead } from "./byteSource.ts";

/** Fewer columns than this and a line of prose in quotation marks may have as many delimiters. */
const fewestColumns = 3;

/** A record that stands in one quoted cell, cut; the record itself where that is none. */
function unwrapped(row: string[], delimiter: string): string[] {
  return row.length === 1 && row[0]!.includes(delimiter)
    ? (Papa.parse<string[]>(row[0]!, { delimiter }).data[0] ?? row)
    : row;
}

/** The width that most of the records have. */
function usualWidth(rows: readonly string[][]): number {
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best), [0, 0])[0];
}

/**
 * The readings of a file whose lines a spreadsheet has put in quotation marks: it opened a CSV with another delimiter than its
 * own, showed all of it in one column, and saved that. It does so with every line, or only with those that have quotation marks.
 *
 * @param readings of the file as it stands, by delimiter
 */
export function withoutWrapping(readings: readonly Reading[]): Reading[] {
  return readings.map((reading) => {
    const { delimiter } = reading;
    const width = usualWidth(reading.sample.rows.map((row) => unwrapped(row, delimiter)));
    if (width < fewestColumns) return reading;
    const unwrap = (batch: RowBatch): RowBatch => ({
      ...batch,
      rows: batch.rows.map((row) => {
        const inside = unwrapped(row, delimiter);
        return inside.length === width ? inside : row;
      }),
    });
    return {
      delimiter,
      sample: unwrap(reading.sample),
      async *rows(onRead?: OnRead) {
        for await (const batch of reading.rows(onRead)) yield unwrap(batch);
      },
    };
  });
}
