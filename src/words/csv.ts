import Papa from "papaparse";
import { formulaStart } from "./csvText.ts";

/** A table for download: a header and rows of texts, numbers and empty cells. */
export interface DownloadTable {
  header: string[];
  rows: (string | number | null)[][];
}

/** For machines: RFC 4180, comma, CRLF, UTF-8 without a byte order mark, values untouched. */
export function machineCsv(rows: readonly (readonly (string | number | null)[])[]): string {
  return rows.length === 0 ? "" : `${Papa.unparse(rows as unknown[][], { newline: "\r\n" })}\r\n`;
}

/**
 * For spreadsheets in Russian: semicolon, decimal comma, formulas in texts made harmless with an apostrophe. The file
 * starts with a byte order mark, which the writer puts first, so that Excel reads it as UTF-8.
 */
export function excelCsv(rows: readonly (readonly (string | number | null)[])[]): string {
  const cells = rows.map((row) => row.map(excelCell));
  return cells.length === 0
    ? ""
    : `${Papa.unparse(cells, { delimiter: ";", newline: "\r\n", quotes: (cell: string) => isDisarmed(cell) })}\r\n`;
}

export const byteOrderMark = "\uFEFF";

/** A text that would be a formula without its apostrophe: always in quotation marks (OWASP). */
const isDisarmed = (cell: string): boolean => cell.startsWith("'") && formulaStart.test(cell.slice(1));

function excelCell(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value).replace(".", ",");
  return formulaStart.test(value) ? `'${value}` : value;
}
