import type { Part, Reading } from "./format/part.ts";
import { isDateCell } from "./isDateCell.ts";
import { spellingKey, visibleLabel } from "./label.ts";

/** Longer cells name no column. */
const longestName = 80;

/** A header as it is read: the names of its columns, and the last record that belongs to it. */
export interface HeaderRows {
  names: string[];
  last: number;
}

/**
 * The last record of the header that begins with a record: names merged downwards belong to all of its rows. A row with a date
 * is one of data, with whatever it is merged.
 */
export function lastHeaderRow({ merged }: Part, { sample: { lines, rows } }: Reading, record: number): number {
  const end = merged?.headerEnd(lines[record] ?? 0) ?? 0;
  let last = record;
  while (last + 1 < rows.length && lines[last + 1]! <= end && !rows[last + 1]!.some(isDateCell)) last += 1;
  return last;
}

/** A cell that may name a column or a group of columns: words, and no figure. */
const isName = (cell: string): boolean => cell.length <= longestName && /\p{L}/u.test(cell) && !/\d/u.test(cell);

/**
 * The header that begins with a record. Its second row may name the columns that the first only groups: «Даты» above
 * «поступления» and «закрытия», with nothing above the latter, or with the same word once more. A workbook says by merged
 * cells that two rows are one header; where nothing says it, the second row is one if each of its cells is a name and stands in
 * such a group. Both are joined then: a group with its column.
 */
export function headerRows(part: Part, reading: Reading, record: number): HeaderRows {
  const { rows } = reading.sample;
  const names = rows[record] ?? [];
  const merged = lastHeaderRow(part, reading, record);
  if (merged > record) return { names, last: merged };
  const top = names.map(visibleLabel);
  const below = (rows[record + 1] ?? []).map(visibleLabel);
  const width = Math.max(top.length, below.length);
  const nameAt = (column: number): string => top[column] ?? "";
  const isSame = (column: number, other: number): boolean =>
    nameAt(column) !== "" && spellingKey(nameAt(column)) === spellingKey(nameAt(other));
  const joined: string[] = [];
  let [grouped, group] = [0, ""];
  for (let column = 0; column < width; column += 1) {
    const [above, under] = [nameAt(column), below[column] ?? ""];
    if (above !== "") group = above;
    if (under === "") {
      joined.push(names[column] ?? "");
      continue;
    }
    const isInGroup =
      group !== "" &&
      (above === "" ||
        isSame(column, column - 1) ||
        isSame(column, column + 1) ||
        (nameAt(column + 1) === "" && (below[column + 1] ?? "") !== ""));
    if (!isName(under) || !isInGroup) return { names, last: record };
    if (above === "" || isSame(column, column - 1)) grouped += 1;
    joined.push(`${group} ${under}`);
  }
  const named = below.filter((name) => name !== "").map(spellingKey);
  // A second row that names every column, each in another way, needs no first: that one is a title.
  const needsBoth =
    top.some((name, column) => name !== "" && (below[column] ?? "") === "") || new Set(named).size < named.length;
  if (
    grouped === 0 ||
    !needsBoth ||
    top.filter((name) => name !== "").length < 2 ||
    top.filter((name) => name !== "").some((name) => !/\p{L}|№|#/u.test(name))
  )
    return { names, last: record };
  return { names: joined, last: record + 1 };
}
