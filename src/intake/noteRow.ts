import { isDateCell } from "./isDateCell.ts";

const sums = /^(?:итого|всего|итог|подытог|общий итог|total|subtotal|grand total|sum)(?!\p{L})/iu;
/** One word with a figure in it: the number of an appeal of which nothing else is told. */
const number = /^(?:№ ?)?\S*\d\S*$/u;
/** In a narrower table a single cell may be a whole row. */
const fewestColumns = 4;

const filledOf = (cells: readonly string[]): string[] => cells.map((cell) => cell.trim()).filter((cell) => cell !== "");

/**
 * Whether a row is none of the register but one of its form: a sum, a signature, a heading over a group. One cell alone is
 * filled in, or the first says that it is a sum, and there is no date in it.
 *
 * @param width number of columns; a row with fewer cells is a broken one, and none of these
 * @param own the cells without those that show what stands above them: a sum has no part in the dates of the rows it sums up
 */
export function isNoteRow(cells: readonly string[], width: number, own: readonly string[] = cells): boolean {
  if (cells.length < width || width < fewestColumns) return false;
  const sum = filledOf(own);
  if (sums.test(sum[0] ?? "") && sum.length <= width * 0.6) return !sum.some(isDateCell);
  return isName(cells);
}

/** Whether one cell alone is filled in, with words: no number of an appeal, and no date. */
function isName(cells: readonly string[]): boolean {
  const [only = "", ...others] = filledOf(cells);
  return others.length === 0 && /\p{L}/u.test(only) && !number.test(only) && !isDateCell(only);
}

/** Longer texts are notes. */
const longestHeading = 200;

/**
 * Whether a row may be a heading over the rows below it: a name, and nothing else, be it that the cells behind it are left out.
 *
 * @param width number of columns
 */
export function isHeading(cells: readonly string[], width: number): boolean {
  const [only = ""] = filledOf(cells);
  return (
    width >= fewestColumns &&
    (cells.length >= width || cells.length === 1) &&
    only.length <= longestHeading &&
    !sums.test(only) &&
    isName(cells)
  );
}
