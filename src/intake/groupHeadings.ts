import { spellingKey, visibleLabel } from "./label.ts";
import { isHeading } from "./noteRow.ts";
import type { Table } from "./table.ts";

/** How many rows a heading counts, as reports write it behind the name. */
const countBehind = /\s*[:.]?\s*(?:\(\s*(?:всего:? ?)?\d+\s*\))?\s*[:.]?$/iu;

/** What stands before the name: a number of the group, or what it is a name of. */
const before =
  /^(?:(?:\d{1,3}|[IVXLC]{1,6})[.)]\s+)?(?:(?:ведомство|орган|организация|подразделение|учреждение|исполнитель|район|округ|тема|тематика|рубрика|раздел|agency|department|office|district|topic|category)\s*:\s+)?/iu;

/** The name in a heading over a group of rows; null where a row is none. @param width number of columns */
export function headingOf(cells: readonly string[], width: number): string | null {
  if (!isHeading(cells, width)) return null;
  return visibleLabel(cells.find((cell) => cell.trim() !== "") ?? "")
    .replace(countBehind, "")
    .replace(before, "");
}

/**
 * A table whose rows stand in groups under headings, with one column more: the heading above each row. The headings themselves
 * stay among the rows.
 */
export function withHeadings(table: Table): Table {
  const width = table.header.length;
  const keys = table.header.map(spellingKey);
  const isHeader = (cells: readonly string[]): boolean =>
    cells.every((cell, at) => spellingKey(cell) === (keys[at] ?? ""));
  return {
    ...table,
    header: [...table.header, ""],
    async *rows(last) {
      let heading = "";
      for await (const batch of table.rows(last)) {
        const rows = batch.rows.map((cells, at) => {
          if ((batch.lines[at] ?? 0) <= table.headerLine || cells.every((cell) => cell.trim() === "")) return cells;
          const found = headingOf(cells, width);
          if (found !== null) {
            heading = found;
            return [...cells, ...Array.from({ length: width + 1 - cells.length }, () => "")];
          }
          // A broken row stays as long as it is: the intake rejects it by that.
          return cells.length < width || isHeader(cells)
            ? cells
            : [...cells.slice(0, width), heading, ...cells.slice(width)];
        });
        // A heading may come from a batch before.
        yield { ...batch, rows, ordinary: false };
      }
    },
  };
}
