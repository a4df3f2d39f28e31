import { writtenDate } from "./readDate.ts";

const sums = /^(?:итого|всего|итог|подытог|общий итог|total|subtotal|grand total|sum)(?!\p{L})/iu;
/** One word with a figure in it: the number of an appeal of which nothing else is told. */
const number = /^(?:№ ?)?\S*\d\S*$/u;
/** In a narrower table a single cell may be a whole row. */
const fewestColumns = 4;

const isDate = (cell: string): boolean => {
  const written = /\d/.test(cell) ? writtenDate(cell) : null;
  return written !== null && written.form !== "serial";
};

/**
 * Whether a row is none of the register but one of its form: a sum, a signature, a heading over a group. One cell alone is
 * filled in, or the first says that it is a sum, and there is no date in it.
 *
 * @param width number of columns; a row with fewer cells is a broken one, and none of these
 */
export function isNoteRow(cells: readonly string[], width: number): boolean {
  if (cells.length < width || width < fewestColumns) return false;
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
  const [first = "", ...others] = filled;
  if (others.length === 0 ? !/\p{L}/u.test(first) || (number.test(first) && !sums.test(first)) : !(sums.test(first) && filled.length <= width * 0.6)) return false;
  return !filled.some(isDate);
}
