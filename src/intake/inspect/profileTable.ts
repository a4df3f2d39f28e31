import type { FindingLedger } from "../findingLedger.ts";
import { isHeading, isNoteRow } from "../noteRow.ts";
import { isOtherScript, numbersColumns } from "../readTable.ts";
import { careForText } from "../rowCare.ts";
import { rowFault } from "../rowFault.ts";
import type { Table } from "../table.ts";
import { missingWords } from "../words.ts";
import { ColumnProfiler, type ColumnProfile } from "./columnProfile.ts";
import { GroupWatch, type GroupHeadings } from "./groupWatch.ts";

/** So many refused rows are kept for a table that has no others. */
const mostOddRows = 1000;

/** What a table holds. */
export interface ProfiledTable {
  columns: ColumnProfile[];
  /** All of its rows. */
  rows: number;
  /** Those that the columns were profiled by. */
  profiled: number;
  groups: GroupHeadings | null;
}

/**
 * Reads a table to its end and profiles each column. What is wrong with its rows goes into the ledger. A row that the intake
 * refuses whatever its columns mean says nothing of the columns: behind a delimiter that stands in a text every cell is one of another
 * column, and a piece of the text would be offered as a word of a list.
 *
 * @param isPerson whether a label names a person
 */
export async function profileTable(
  table: Table,
  ledger: FindingLedger,
  isPerson: (label: string) => boolean,
): Promise<ProfiledTable> {
  const isMissing = missingWords([]);
  const profilers = table.header.map((header, index) => new ColumnProfiler(index + 1, header, isPerson));
  const groups = new GroupWatch(table.header.length);
  /** Names that stand alone in rows without further cells: broken rows where they are no headings. */
  const lone: number[] = [];
  let rows = 0;
  let profiled = 0;
  const odd: (readonly string[])[] = [];
  const profile = (cells: readonly string[]): void => {
    profiled += 1;
    for (const [index, profiler] of profilers.entries()) {
      const text = (cells[index] ?? "").trim();
      if (!isMissing(text)) profiler.add(text);
    }
  };
  for await (const batch of table.rows()) {
    for (const line of batch.brokenQuotes) ledger.add("QUOTE_BROKEN", line);
    for (const line of batch.unsaved ?? []) ledger.add("FORMULA_UNSAVED", line);
    for (const [at, cells] of batch.rows.entries()) {
      if ((batch.lines[at] ?? 0) <= table.headerLine || cells.every((cell) => cell.trim() === "")) continue;
      if (rows === 0 && (numbersColumns(cells) || isOtherScript(table.header, cells))) continue;
      const isNote = isNoteRow(cells, table.header.length);
      const isLone = !isNote && isHeading(cells, table.header.length);
      groups.add(cells, !isNote && !isLone);
      if (isLone) lone.push(batch.lines[at] ?? 0);
      if (isNote || isLone) continue;
      rows += 1;
      const line = batch.lines[at] ?? 0;
      const fault = rowFault(cells, table.header.length);
      if (fault !== null) ledger.add(fault, line);
      careForText(line, cells, ledger);
      if (fault === null) profile(cells);
      else if (odd.length < mostOddRows) odd.push(cells);
    }
  }
  if (profiled === 0) odd.forEach(profile);
  if (groups.headings() === null) for (const line of lone) ledger.add("ROW_SHORT", line);
  return { columns: profilers.map((profiler) => profiler.profile()), rows, profiled, groups: groups.headings() };
}
