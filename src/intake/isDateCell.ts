import { writtenDate } from "./readDate.ts";

/** Whether a cell is a date for everybody to see: a bare number may stand for one and for much else. */
export function isDateCell(cell: string): boolean {
  const text = cell.trim();
  const written = /\d/.test(text) ? writtenDate(text) : null;
  return written !== null && written.form !== "serial";
}
