import type { Cell } from "../words/figureCells.ts";
import type { Voice } from "../words/language.ts";
import { codeInWords, codeLists, type CodeList } from "./codeLists.ts";
import type { Column } from "./column.ts";
import type { ColumnType } from "./columnKinds.ts";
import { columnTitles } from "./columnTitles.ts";

/** A table as people read it in a spreadsheet. */
export interface TableInWords {
  header: string[];
  /** Cells of a row with codes in words, and moments and months as dates that spreadsheets know. */
  row: (cells: readonly Cell[]) => Cell[];
}

/** What becomes of a cell of a row; numbers and texts stay as they are. */
type Change = (cell: Cell, row: readonly Cell[]) => Cell;

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
  const changes = columns.map(({ type, codes, between, isCount, codesWhere }): Change => {
    if (codes === undefined) return byType[type] ?? same;
    const words = wordsOf(codes, voice);
    if (between !== undefined) return severalInWords(words, between, wordsOf("yesno", voice));
    if (isCount) return countInWords(words, voice);
    if (codesWhere === undefined) return (cell) => words.get(cell) ?? cell;
    const at = columns.findIndex(({ name }) => name === codesWhere.column);
    return (cell, row) => (row[at] === codesWhere.is ? (words.get(cell) ?? cell) : momentIfOne(cell, row));
  });
  return {
    header: columns.map(title),
    row: (cells) => cells.map((cell, at) => changes[at]!(cell, cells)),
  };
}

const wordsOf = (codes: CodeList, voice: Voice): ReadonlyMap<Cell, string> =>
  new Map(codeLists[codes].map((code) => [code, codeInWords(codes, code, voice)]));

const momentIfOne: Change = (cell, row) =>
  typeof cell === "string" && /^\d{4}-\d{2}-\d{2}T/u.test(cell) ? moment(cell, row) : cell;

/** «late-answer 12; waiting» → «ответ или закрытие пришли позже: 12; вышли сроки у тех, кто ждёт»; likewise «repeated:yes». */
function severalInWords(words: ReadonlyMap<Cell, string>, between: string, said: ReadonlyMap<Cell, string>): Change {
  const known = new Map<string, string>();
  const one = (piece: string): string => {
    const [, code = "", note] = /^([\w-]+)(?:[ :](.+))?$/u.exec(piece) ?? [];
    const word = words.get(code);
    if (word === undefined) return piece;
    return note === undefined ? word : `${word}: ${said.get(note) ?? note}`;
  };
  return (cell) => {
    if (typeof cell !== "string" || cell === "") return cell;
    const text = known.get(cell) ?? cell.split(between).map(one).join("; ");
    known.set(cell, text);
    return text;
  };
}

/** Lists of the codes that a kind of count names; topics are the portal's own. */
const countedCodes: Readonly<Record<string, CodeList>> = {
  channels: "channel",
  mark: "officeMark",
  outcomes: "outcome",
  topics: "counted",
};

/** «channels: letter social» → «пришли путями: Письма, Социальные сети». */
function countInWords(words: ReadonlyMap<Cell, string>, voice: Voice): Change {
  const known = new Map<string, string>();
  return (cell) => {
    if (typeof cell !== "string") return cell;
    const [kind = "", codes] = cell.split(": ");
    const before = known.get(cell);
    if (before !== undefined) return before;
    const list = countedCodes[kind];
    const told = list === undefined ? null : wordsOf(list, voice);
    const named = codes?.split(" ").map((code) => told?.get(code) ?? code);
    const text = [words.get(kind) ?? kind, ...(named === undefined ? [] : [named.join(", ")])].join(": ");
    known.set(cell, text);
    return text;
  };
}
