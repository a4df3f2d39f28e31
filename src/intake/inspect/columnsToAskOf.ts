import { isLabelColumn, isPersons, isTextColumn } from "./columnKinds.ts";
import type { ColumnProfile } from "./columnProfile.ts";
import type { Proposal } from "./proposal.ts";

/** Columns (1-based) that are lists somebody chose from, of no people, and that no field reads: where agencies may be found. */
export function otherLists(columns: readonly ColumnProfile[], proposals: readonly Proposal[], rows: number): number[] {
  const read = new Set(proposals.map(({ column }) => column.number));
  return columns
    .filter(
      (column) =>
        !read.has(column.number) &&
        column.distinct > 1 &&
        column.figures < column.filled / 2 &&
        isLabelColumn(column, rows) &&
        !isPersons(column),
    )
    .map(({ number }) => number);
}

/** A column whose header speaks of the date of receipt or of closing, and in which hardly a date can be read. */
export function datesUnread(columns: readonly ColumnProfile[]): ColumnProfile[] {
  return columns.filter(
    (column) =>
      column.filled > 0 &&
      column.dates < column.filled / 2 &&
      column.figures < column.filled / 2 &&
      /дат|date|поступил|received|opened|created/iu.test(column.header) &&
      !isTextColumn(column),
  );
}
