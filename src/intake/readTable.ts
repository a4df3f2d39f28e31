import type { Appeal } from "../model/appeal.ts";
import type { FindingLedger } from "./findingLedger.ts";
import type { Readable } from "./openEdition.ts";
import { FileFault } from "./fileFault.ts";
import { isNoteRow } from "./noteRow.ts";
import { recordsAbove, repeatedHeader } from "./repeatedHeader.ts";
import { careForText } from "./rowCare.ts";
import { swallowedRows } from "./swallowedRows.ts";

export interface RowCounts {
  /** read = passed + rejected. Blank lines are no rows. */
  read: number;
  passed: number;
  rejected: number;
}

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === "");

/** What stands in a second header row where a date would be: "дд.мм.гггг", "(дата)", "datetime". */
const explainsDates =
  /^\(?(?:[дмгчсdmyhs]{2,4}(?:[-./: ]+[дмгчсdmyhs]{2,4})+|дата|дата и время|date|datetime|timestamp|calendar_date|floating_timestamp)\)?$/i;

const technicalName = /^[a-z][a-z0-9]*(?:[_.: -][a-z0-9]+)*$/iu;

/** A row under the header that names every column once more in another script: the names by which a program knows them, or those for people. */
export function isOtherScript(header: readonly string[], cells: readonly string[]): boolean {
  const filled = (row: readonly string[]): string[] => row.map((cell) => cell.trim()).filter((cell) => cell !== "");
  const [above, below] = [filled(header), filled(cells)];
  const isTechnical = (row: readonly string[]): boolean => row.every((cell) => technicalName.test(cell));
  const isWords = (row: readonly string[]): boolean =>
    row.every((cell) => cell.length <= 80 && /^[^\d]*[а-яё][^\d]*$/iu.test(cell));
  return (
    above.length > 2 &&
    below.length === above.length &&
    new Set(below).size === below.length &&
    ((isWords(above) && isTechnical(below)) || (isTechnical(above) && isWords(below)))
  );
}

/** "1", "2", "3" in a row under the header, from its first filled cell: printed forms number their columns. */
export function numbersColumns(cells: readonly string[]): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
  return filled.length >= 3 && filled.every((cell, index) => cell === String(index + 1));
}

/**
 * The rows of a table that hold data, with their lines: without the header, the units or numbers under it, sums and notes,
 * and blank lines.
 *
 * @throws FileFault HEADER_AGAIN where there are rows under another header, QUOTE_SWALLOWED
 */
export async function* dataRows(
  { table, columns }: Pick<Readable, "table" | "columns">,
  last: boolean,
  ledger?: FindingLedger,
): AsyncGenerator<{ lines: number[]; rows: string[][]; ordinary: boolean }> {
  let first = true;
  const again = table.headerLine > 0 ? repeatedHeader(table.header, columns) : () => false;
  const isData = recordsAbove(table.header.length);
  const watchForRows = swallowedRows(table.delimiter, table.header.length, columns.received ?? -1);
  for await (const { lines, rows, brokenQuotes, hidden = [], unsaved = [], filled, ordinary = false } of table.rows(
    last,
  )) {
    const hides = hidden.length === 0 ? null : new Set(hidden);
    for (const line of brokenQuotes) ledger?.add("QUOTE_BROKEN", line);
    const kept = { lines: [] as number[], rows: [] as string[][], ordinary };
    for (const [index, cells] of rows.entries()) {
      const line = lines[index] ?? 0;
      if (line < table.headerLine && isData(cells)) throw new FileFault("HEADER_AGAIN", table.headerLine);
      if (line <= table.headerLine || isBlank(cells)) continue;
      watchForRows(line, cells);
      if (first && table.headerLine > 0) {
        first = false;
        if (explainsDates.test((cells[columns.received ?? -1] ?? "").trim()) || numbersColumns(cells)) {
          ledger?.add("UNITS_ROW", line);
          continue;
        }
        if (isOtherScript(table.header, cells)) {
          ledger?.add("UNITS_ROW", line);
          continue;
        }
      }
      if (again(line, cells)) continue;
      const shown = filled?.get(line);
      const own = shown === undefined ? cells : cells.map((cell, column) => (shown.includes(column) ? "" : cell));
      if (!/^\s*\d{1,4}[-./]/.test(own[columns.received ?? -1] ?? "") && isNoteRow(cells, table.header.length, own)) {
        ledger?.add("NOTE_ROW", line);
        continue;
      }
      if (shown !== undefined)
        for (const [field, column] of Object.entries(columns))
          if (shown.includes(column)) ledger?.add("MERGED_FILLED", line, field);
      if (unsaved.length > 0 && unsaved.includes(line)) ledger?.add("FORMULA_UNSAVED", line);
      if (hides?.has(line)) ledger?.add("ROWS_HIDDEN", line);
      kept.lines.push(line);
      kept.rows.push(cells);
    }
    if (kept.rows.length > 0) yield kept;
  }
}

const batchSize = 1024;

/**
 * Reads a table to its end and hands its appeals on in batches.
 *
 * @param read makes an appeal of a row, or null
 * @param counts counted up as rows are read
 */
export async function readTable(
  readable: Readable,
  read: (line: number, cells: readonly string[]) => Appeal | null,
  counts: RowCounts,
  ledger: FindingLedger,
  onBatch: (appeals: Appeal[]) => void,
): Promise<void> {
  let batch: Appeal[] = [];
  for await (const { lines, rows, ordinary } of dataRows(readable, true, ledger)) {
    for (const [index, cells] of rows.entries()) {
      const line = lines[index] ?? 0;
      counts.read += 1;
      if (!ordinary) careForText(line, cells, ledger);
      const appeal = read(line, cells);
      if (appeal === null) {
        counts.rejected += 1;
        continue;
      }
      counts.passed += 1;
      if (batch.push(appeal) < batchSize) continue;
      onBatch(batch);
      batch = [];
    }
  }
  if (batch.length > 0) onBatch(batch);
}
