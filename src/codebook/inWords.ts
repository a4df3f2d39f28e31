import { type Cell } from "../words/figureCells.ts";
import { type Voice } from "../words/language.ts";
import { codeInWords, codeLists, type CodeList } from "./codeLists.ts";
import { type Column, type ColumnType } from "./column.ts";
import { columnTitles } from "./columnTitles.ts";

/** A table as people read it in a spreadsheet. */
export interface TableInWords {
  header: string[];
  /** Cells of a row with codes in words, and moments and months as dates that spreadsheets know. */
  row: (cells: readonly Cell[]) => Cell[];
}

/** What becomes of a cell; numbers and texts stay as they are. */
type Change = (cell: Cell) => Cell;

/**
 * Spreadsheets of every language read 2026-10-31 14:05 as a moment, and none reads an offset: times are those of the portal's
 * zone.
 */
const moment: Change = (cell) => (typeof cell === "string" ? cell.slice(0, 16).replace("T", " ") : cell);
const month: Change = (cell) => (typeof cell === "string" ? `${cell}-01` : cell);
const same: Change = (cell) => cell;
const byType: Partial<Record<ColumnType, Change>> = { moment, month };

/** Makes a table readable for people, by its columns. */
export function tableInWords(columns: readonly Column[], voice: Voice): TableInWords {
  const { title } = columnTitles(voice);
  const changes = columns.map(({ type, codes }): Change =>
    codes === undefined ? (byType[type] ?? same) : codesInWords(codes, voice),
  );
  return {
    header: columns.map(title),
    row: (cells) => cells.map((cell, at) => changes[at]!(cell)),
  };
}

function codesInWords(codes: CodeList, voice: Voice): Change {
  const words = new Map<Cell, string>(codeLists[codes].map((code) => [code, codeInWords(codes, code, voice)]));
  return (cell) => words.get(cell) ?? cell;
}
