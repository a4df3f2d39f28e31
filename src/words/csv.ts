import { type CsvKind, textCell } from "./csvText.ts";

/** A table for download: a header and rows of texts, numbers and empty cells. */
export interface DownloadTable {
  header: string[];
  rows: (string | number | null)[][];
}

type Rows = readonly (readonly (string | number | null)[])[];

/** For machines: RFC 4180, comma, CRLF, UTF-8 without a byte order mark, values untouched. */
export function machineCsv(rows: Rows): string {
  return csvOf(rows, "program", ",", String);
}

/**
 * For spreadsheets in Russian: semicolon, decimal comma, formulas in texts made harmless with an apostrophe. The file
 * starts with a byte order mark, which the writer puts first, so that Excel reads it as UTF-8.
 */
export function excelCsv(rows: Rows): string {
  return csvOf(rows, "spreadsheet", ";", (value) => String(value).replace(".", ","));
}

export const byteOrderMark = "\uFEFF";

function csvOf(rows: Rows, kind: CsvKind, delimiter: string, numberCell: (value: number) => string): string {
  let csv = "";
  for (const row of rows) {
    for (const [at, value] of row.entries()) {
      if (at > 0) csv += delimiter;
      if (value !== null) csv += typeof value === "number" ? numberCell(value) : textCell(value, kind);
    }
    csv += "\r\n";
  }
  return csv;
}
