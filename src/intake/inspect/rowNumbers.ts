import { visibleLabel } from "../label.ts";
import type { ColumnProfile } from "./columnProfile.ts";

/** Headers of columns that count the rows of an export: the same row has another number in the next one. */
const rowNumber =
  /^(?:№ ?)?п ?[/.\\]? ?п\.?$|^(?:row|line|index|#|no\.?|nr\.?|№|n°|строка|порядковый номер|lfd\.? ?nr\.?)(?: ?(?:no\.?|number|№|строки))?$/iu;

/** Whether a column numbers the rows of this file and not the appeals. */
export const isRowNumber = ({ header, countsRows }: ColumnProfile): boolean => {
  const name = visibleLabel(header);
  return rowNumber.test(name) && (countsRows || /п ?[/.\\]? ?п/iu.test(name));
};
