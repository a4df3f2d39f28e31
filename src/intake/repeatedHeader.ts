import { dateFields } from "./dateOrders.ts";
import { FileFault } from "./fileFault.ts";
import { isHeaderWord, namesReceipt } from "./headerWords.ts";
import type { ColumnMap } from "./headerMatch.ts";
import { isDateCell } from "./isDateCell.ts";
import { spellingKey } from "./label.ts";

/** So many cells of a row have to name columns before it is taken for a header. */
const fewestNames = 3;
/** Longer cells name no columns. */
const longestName = 80;

/** Says itself that there is no number, or no date: words of a record. */
const saysNone = /(?<!\p{L})(?:б\/н|не|нет|без|неизвестн\p{L}*|no|not|none|n\/a|unknown)(?!\p{L})/iu;

/** True where words stand in the columns of numbers and of dates, and nowhere in the row a figure: so are headers alone. */
function isWordsOnly(cells: readonly string[], filled: readonly string[], columns: ColumnMap): boolean {
  const telling = [columns.id, ...dateFields.map((field) => columns[field])].filter((index) => index !== undefined);
  if (
    telling.length < 2 ||
    telling.some((index) => (cells[index] ?? "").trim() === "" || saysNone.test(cells[index] ?? ""))
  )
    return false;
  const names = new Set(filled.map(spellingKey));
  return (
    filled.length >= 4 &&
    filled.length >= cells.length * 0.8 &&
    names.size === filled.length &&
    filled.every((cell) => cell.length <= longestName && /\p{L}|№/u.test(cell) && !/\d/.test(cell))
  );
}

/** Rows from which values are remembered. */
const rowsRemembered = 200;

/** What stood in the columns of the first rows: a row that has one of these values in the same column is a record like them. */
class SeenValues {
  readonly #seen = new Set<string>();
  #rows = 0;

  add(cells: readonly string[]): void {
    if (this.#rows >= rowsRemembered) return;
    this.#rows += 1;
    for (const [index, cell] of cells.entries())
      if (cell.length <= longestName && /\p{L}/u.test(cell)) this.#seen.add(`${index} ${spellingKey(cell)}`);
  }

  hasAny(cells: readonly string[]): boolean {
    return cells.some(
      (cell, index) =>
        cell.length <= longestName && /\p{L}/u.test(cell) && this.#seen.has(`${index} ${spellingKey(cell)}`),
    );
  }
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
export function repeatedHeader(
  header: readonly string[],
  columns: ColumnMap,
): (line: number, cells: readonly string[]) => boolean {
  const keys = header.map(spellingKey);
  const names = new Set(keys.filter((key) => key !== ""));
  const dates = dateFields.flatMap((field) => columns[field] ?? []);
  const seen = new SeenValues();
  return (line, cells) => {
    // Nearly every row is told to be none by the figure with which its date of receipt begins.
    const received = (cells[columns.received ?? -1] ?? "").trim();
    const first = received.charCodeAt(0);
    if (first >= 48 && first <= 57) {
      seen.add(cells);
      return false;
    }
    const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
    if (filled.length < fewestNames || dates.some((index) => isDateCell(cells[index] ?? ""))) return false;
    if (cells.every((cell, index) => spellingKey(cell) === (keys[index] ?? ""))) return true;
    // A number of an appeal has figures in it.
    if (/\d/.test(cells[columns.id ?? -1] ?? "") || seen.hasAny(cells)) return false;
    const known = filled.filter(
      (cell) => cell.length <= longestName && (names.has(spellingKey(cell)) || isHeaderWord(cell)),
    ).length;
    // A record that lacks its date may be one of words that headers have too; a header names every column that it has.
    const fewest = received === "" ? filled.length : filled.length * 0.75;
    const isHeader =
      (known >= fewestNames && known >= fewest && filled.some(namesReceipt)) || isWordsOnly(cells, filled, columns);
    if (isHeader) throw new FileFault("HEADER_AGAIN", line);
    return false;
  };
}

/**
 * Watches the records above a header for data. Then the header belongs to what stands below, and what stands above has another:
 * two records with a date in the same column, or one under a record that names columns. A title with the days of a report is neither.
 *
 * @param width number of columns
 * @returns whether the records so far are data
 */
export function recordsAbove(width: number): (cells: readonly string[]) => boolean {
  const dated = new Set<number>();
  let named = false;
  return (cells) => {
    const filled = cells.filter((cell) => cell.trim() !== "");
    if (filled.length < Math.max(fewestNames, width * 0.6)) return false;
    const dates = [...cells.keys()].filter((index) => isDateCell(cells[index]!));
    if (dates.length === 0)
      named ||= filled.every((cell) => cell.length <= longestName && /\p{L}|№/u.test(cell) && !/\d/.test(cell));
    else if (named || dates.some((index) => dated.has(index))) return true;
    for (const index of dates) dated.add(index);
    return false;
  };
}
