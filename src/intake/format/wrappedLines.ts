import Papa from "papaparse";
import { delimiters } from "../csvRows.ts";
import { type RowBatch } from "../table.ts";
import { type OnRead } from "./byteSource.ts";
import { type Reading } from "./part.ts";

/** Whether a record is one quoted cell with a record inside, whichever delimiter the file is cut by. */
const isWrapped = (row: readonly string[]): boolean => row.length === 1 && delimiters.some((delimiter) => row[0]!.includes(delimiter));

function unwrapped(batch: RowBatch, delimiter: string): RowBatch {
  return { ...batch, rows: batch.rows.map((row) => (row.length === 1 ? (Papa.parse<string[]>(row[0]!, { delimiter }).data[0] ?? row) : row)) };
}

/**
 * The readings of a file whose every line a spreadsheet has put in quotation marks: it opened a CSV with another delimiter than
 * its own, showed all of it in one column, and saved that.
 *
 * @param readings of the file as it stands, by delimiter
 */
export function withoutWrapping(readings: readonly Reading[]): Reading[] {
  const [first] = readings;
  const records = readings.map(({ sample }) => sample.rows.filter((row) => row.some((cell) => cell !== "")));
  if (!first || !records.every((rows) => rows.length >= 2 && rows.every(isWrapped))) return [...readings];
  return delimiters.map((delimiter) => ({
    delimiter,
    sample: unwrapped(first.sample, delimiter),
    async *rows(onRead?: OnRead) {
      for await (const batch of first.rows(onRead)) yield unwrapped(batch, delimiter);
    },
  }));
}
