import Papa from "papaparse";

/** Writes one row: cells with the delimiter, a quotation mark, a line break or a blank at an end are quoted (RFC 4180), lines end in CRLF. */
export function delimitedRow(cells: readonly string[], delimiter: string): string {
  return `${Papa.unparse([[...cells]], { delimiter })}\r\n`;
}
