import Papa from "papaparse";
import { FileFault } from "./fileFault.ts";
import { writtenDate } from "./readDate.ts";

/** Fewer columns than this and a line of prose may have as many delimiters. */
const fewestColumns = 3;

/**
 * Watches for a cell that holds whole records: a quotation mark opened it that nobody closed in time. A line inside the
 * cell is a record where it has the columns of the table and a date in the column of receipts.
 *
 * @param width number of columns
 * @param received place of the column of receipts, from 0; -1 where there is none
 * @returns looks at one row
 * @throws FileFault QUOTE_SWALLOWED at the line where the row begins
 */
export function swallowedRows(
  delimiter: string,
  width: number,
  received: number,
): (line: number, cells: readonly string[]) => void {
  if (delimiter.length !== 1 || width < fewestColumns || received < 0) return () => {};
  const isRecord = (text: string): boolean => {
    // Quotation marks are broken here: the cells are cut at every delimiter, and again as they should have been.
    const plain = text.split(delimiter);
    if (plain.length < Math.max(fewestColumns, received + 2)) return false;
    // People put a space after a comma or a semicolon; programs do not.
    if (plain.slice(1).filter((cell) => /^\s+\S/.test(cell)).length * 2 > plain.length - 1) return false;
    const cells = [plain, Papa.parse<string[]>(text, { delimiter }).data[0] ?? []];
    return cells.some((row) => row.length >= Math.min(width - 1, received + 2) && isDate(row[received] ?? ""));
  };
  return (line, cells) => {
    for (const cell of cells) {
      if (!cell.includes("\n") || !cell.includes(delimiter)) continue;
      if (cell.split("\n").slice(1).some(isRecord)) throw new FileFault("QUOTE_SWALLOWED", line);
    }
  };
}

function isDate(cell: string): boolean {
  const text = cell.trim().replace(/^"|"$/gu, "");
  const written = /^\d/.test(text) ? writtenDate(text) : null;
  return written !== null && written.form !== "serial";
}
