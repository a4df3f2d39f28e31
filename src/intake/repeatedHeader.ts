import { dateFields } from "./dateOrders.ts";
import { FileFault } from "./fileFault.ts";
import { isHeaderWord, namesReceipt } from "./headerWords.ts";
import { type ColumnMap } from "./headerMatch.ts";
import { spellingKey } from "./label.ts";
import { writtenDate } from "./readDate.ts";

/** So many cells of a row have to name columns before it is taken for a header. */
const fewestNames = 3;
/** Longer cells name no columns. */
const longestName = 80;

const isDate = (cell: string): boolean => {
  const text = cell.trim();
  const written = /\d/.test(text) ? writtenDate(text) : null;
  return written !== null && written.form !== "serial";
};

/** True where words stand in the columns of numbers and of dates, and nowhere in the row a figure: so are headers alone. */
function isWordsOnly(cells: readonly string[], filled: readonly string[], columns: ColumnMap): boolean {
  const telling = [columns.id, ...dateFields.map((field) => columns[field])].filter((index) => index !== undefined);
  if (telling.length < 2 || telling.some((index) => (cells[index] ?? "").trim() === "")) return false;
  const names = new Set(filled.map(spellingKey));
  return filled.length >= 4 && filled.length >= cells.length * 0.8 && names.size === filled.length && filled.every((cell) => cell.length <= longestName && /\p{L}|№/u.test(cell) && !/\d/.test(cell));
}

/**
 * Watches for a second header among the rows, as stacked exports have it: in the words of the first, in those of another
 * year's or another system's layout, or in words that nobody knows where figures and dates should stand.
 *
 * @param header of the table
 * @param columns which of its columns feeds which field
 * @returns whether a row is the header once more; it is left out then
 * @throws FileFault HEADER_AGAIN where a row names the columns in another order, or others
 */
export function repeatedHeader(header: readonly string[], columns: ColumnMap): (line: number, cells: readonly string[]) => boolean {
  const keys = header.map(spellingKey);
  const names = new Set(keys.filter((key) => key !== ""));
  const dates = dateFields.flatMap((field) => columns[field] ?? []);
  return (line, cells) => {
    // Nearly every row is told to be none by the figure with which its date of receipt begins.
    const received = (cells[columns.received ?? -1] ?? "").trim().charCodeAt(0);
    if (received >= 48 && received <= 57) return false;
    const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
    if (filled.length < fewestNames || dates.some((index) => isDate(cells[index] ?? ""))) return false;
    if (cells.every((cell, index) => spellingKey(cell) === (keys[index] ?? ""))) return true;
    // A number of an appeal has figures in it.
    if (/\d/.test(cells[columns.id ?? -1] ?? "")) return false;
    const known = filled.filter((cell) => cell.length <= longestName && (names.has(spellingKey(cell)) || isHeaderWord(cell))).length;
    const isHeader = (known >= fewestNames && known * 4 >= filled.length * 3 && filled.some(namesReceipt)) || isWordsOnly(cells, filled, columns);
    if (isHeader) throw new FileFault("HEADER_AGAIN", line);
    return false;
  };
}

/**
 * Whether a record above the header is one of data: many cells are filled, and one of them is a date. Then the header
 * belongs to what stands below, and what stands above has another.
 */
export function isRecordAbove(cells: readonly string[], width: number): boolean {
  const filled = cells.filter((cell) => cell.trim() !== "");
  return filled.length >= Math.max(fewestNames, width * 0.6) && filled.some(isDate);
}
