import writeWorkbook, { type Cell, type Row, type Sheet } from "write-excel-file/node";
import { formulaStart } from "../words/csvText.ts";
import { sheetNames } from "./sheetNames.ts";
import { repacked } from "./zip.ts";

/** How the numbers of a column are shown; the numbers themselves stay whole. */
export type CellFormat = "integer" | "decimal" | "percent" | "change" | "points" | "date";

/** Patterns as spreadsheets know them, in which a comma groups digits as the reader's country does. − is the true minus. */
const patterns: Record<CellFormat, string> = {
  integer: "#,##0",
  decimal: "#,##0.0###",
  percent: "0.0%",
  change: "+#,##0;\u2212#,##0;0",
  points: "+0.0;\u2212#,##0.0;0.0",
  date: "dd.mm.yyyy",
};

/** A text, a number or an empty cell. One in a column of dates is written YYYY-MM-DD and becomes a date. */
export type SheetCell = string | number | null | { readonly value: string | number; readonly format: CellFormat };

export interface TableSheet {
  /** Shortened and told apart from the others where it must be. */
  readonly name: string;
  /** Lines above the table: its title in bold first, then the period, the source, … */
  readonly title?: string;
  readonly notes?: readonly string[];
  readonly header: readonly string[];
  readonly rows: readonly (readonly SheetCell[])[];
  /** By name in the header; numbers of columns left out are shown as they are. */
  readonly formats?: Readonly<Record<string, CellFormat>>;
  /** Of the columns, in characters; left out: as wide as what they hold, within reason. */
  readonly widths?: readonly number[];
}

const [narrowest, widest] = [9, 60];

/**
 * A workbook (XLSX), the same bytes for the same tables: numbers as numbers, dates as dates, texts that a spreadsheet
 * could take for formulas with an apostrophe before them (OWASP ASVS 1.2.10).
 *
 * @throws RangeError for a number that is none (NaN, infinite) or a date that is none
 */
export async function workbook(tables: readonly TableSheet[]): Promise<Uint8Array> {
  const names = sheetNames(tables.map(({ name }) => name));
  const sheets = tables.map((table, index) => sheetOf(table, names[index]!));
  const bytes = await writeWorkbook(sheets, { fontFamily: "Arial", fontSize: 10 }).toBuffer();
  return repacked(bytes, ["[Content_Types].xml", "_rels/.rels"]);
}

function sheetOf(table: TableSheet, name: string): Sheet<never> {
  const { title, notes = [], header, rows, formats = {} } = table;
  const widths =
    table.widths ?? header.map((_, column) => widthOf([header, ...rows].map((row) => row[column] ?? null)));
  const above: Row[] = [
    ...(title === undefined ? [] : [[{ value: safeText(title), fontWeight: "bold" as const, fontSize: 14 }]]),
    ...notes.map((note) => [{ value: safeText(note) }]),
    ...(title === undefined && notes.length === 0 ? [] : [[]]),
  ];
  const head = header.map((cell) => ({
    value: safeText(cell),
    fontWeight: "bold" as const,
    wrap: true,
    alignVertical: "top" as const,
    bottomBorderStyle: "thin" as const,
  }));
  const body = rows.map((row) => row.map((cell, column) => cellOf(cell, formats[header[column] ?? ""])));
  return {
    sheet: name,
    data: [...above, head, ...body],
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: above.length + 1,
  };
}

function cellOf(cell: SheetCell, columnFormat: CellFormat | undefined): Cell {
  if (cell === null || cell === "") return null;
  const { value, format } = typeof cell === "object" ? cell : { value: cell, format: columnFormat };
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new RangeError("a cell of a workbook is not a number");
    return { value, type: Number, ...(format !== undefined && { format: patterns[format] }), alignVertical: "top" };
  }
  if (format === "date") return { value: dateOf(value), type: Date, format: patterns.date, alignVertical: "top" };
  return { value: safeText(value), type: String, wrap: true, alignVertical: "top" };
}

function dateOf(text: string): Date {
  const date = new Date(`${text}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(date.getTime()))
    throw new RangeError("a cell in a column of dates is not a date");
  return date;
}

const safeText = (text: string): string => (formulaStart.test(text) ? `'${text}` : text);

/** As wide as the longest line of the cells, words of the header wrapped. */
function widthOf(cells: readonly SheetCell[]): number {
  const lengths = cells.slice(0, 2000).map((cell, row) => {
    const text = String(typeof cell === "object" && cell !== null ? cell.value : (cell ?? ""));
    return Math.max(...text.split(row === 0 ? /[\s_]/ : "\n").map((line) => line.length));
  });
  return Math.min(widest, Math.max(narrowest, ...lengths) + 2);
}
