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
export type SheetCell =
  | string
  | number
  | null
  | { readonly value: string | number; readonly format: CellFormat }
  /** A text in the place of a number, one that heads what stands below it, or an address, which is not broken. */
  | { readonly value: string; readonly look: "figure" | "heading" | "address" };

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
  /** Printed across, as wide as the paper. */
  readonly fitsPaper?: true;
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
  return repacked(bytes, ["[Content_Types].xml", "_rels/.rels"], fittedToPaper);
}

/** The library turns the paper and cannot fit a sheet to it: what it turns is fitted here (ECMA-376, 18.3.1.63 and 18.3.1.65). */
function fittedToPaper(name: string, content: Uint8Array): string | Uint8Array {
  if (!/^xl\/worksheets\/sheet\d+\.xml$/.test(name)) return content;
  const xml = new TextDecoder().decode(content);
  if (!xml.includes("<pageSetup ")) return content;
  return xml
    .replace(/(<worksheet\b[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
    .replace("<pageSetup ", '<pageSetup fitToWidth="1" fitToHeight="0" ');
}

function sheetOf(table: TableSheet, name: string): Sheet<never> {
  const { title, notes = [], header, rows, formats = {}, fitsPaper } = table;
  const widths =
    table.widths ?? header.map((_, column) => widthOf([header, ...rows].map((row) => row[column] ?? null)));
  const above: Row[] = [
    ...(title === undefined
      ? []
      : [[{ value: safeText(title), fontWeight: "bold" as const, fontSize: 14, height: 20 }]]),
    ...notes.map((note) => [{ value: safeText(note) }]),
    ...(title === undefined && notes.length === 0 ? [] : [[]]),
  ];
  const lines = Math.max(1, ...header.map((cell, column) => linesIn(cell, widths[column] ?? widest)));
  const head = header.map((cell) => ({
    value: safeText(cell),
    height: lines * lineHeight,
    fontWeight: "bold" as const,
    wrap: true,
    alignVertical: "top" as const,
    bottomBorderStyle: "thin" as const,
  }));
  const body = rows.map((row) =>
    tallEnough(
      row.map((cell, column) => cellOf(cell, formats[header[column] ?? ""])),
      widths,
    ),
  );
  return {
    sheet: name,
    data: [...above, head, ...body],
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: above.length + 1,
    ...(fitsPaper && { orientation: "landscape" as const }),
  };
}

function cellOf(cell: SheetCell, columnFormat: CellFormat | undefined): Cell {
  if (cell === null || cell === "") return null;
  if (typeof cell === "object" && "look" in cell)
    return {
      value: safeText(cell.value),
      type: String,
      alignVertical: "top",
      ...(cell.look === "heading" && { fontWeight: "bold" }),
      ...(cell.look === "figure" && { align: "right" }),
    };
  const { value, format } = typeof cell === "object" ? cell : { value: cell, format: columnFormat };
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new RangeError("a cell of a workbook is not a number");
    return { value, type: Number, ...(format !== undefined && { format: patterns[format] }), alignVertical: "top" };
  }
  if (format === "date")
    return { value: dateOf(value), type: Date, format: patterns.date, align: "left", alignVertical: "top" };
  return { value: safeText(value), type: String, wrap: true, alignVertical: "top" };
}

function dateOf(text: string): Date {
  const date = new Date(`${text}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(date.getTime()))
    throw new RangeError("a cell in a column of dates is not a date");
  return date;
}

const safeText = (text: string): string => (formulaStart.test(text) ? `'${text}` : text);

/** A row as tall as its longest text: programs that open a workbook do not measure that themselves. */
function tallEnough(row: readonly Cell[], widths: readonly number[]): Row {
  const lines = row.map((cell, column) =>
    typeof cell === "object" && cell !== null && "wrap" in cell && typeof cell.value === "string"
      ? linesIn(cell.value, widths[column] ?? widest)
      : 1,
  );
  const most = Math.max(...lines);
  const at = lines.indexOf(most);
  return most === 1
    ? [...row]
    : row.map((cell, column) => (column === at ? { ...(cell as object), height: most * lineHeight } : cell));
}

/** Points of a line of ten-point type. */
const lineHeight = 13.5;

/** Lines that a text takes in a column of so many characters; many letters are wider than a digit. */
function linesIn(text: string, width: number): number {
  let [lines, used] = [1, 0];
  for (const word of text.split(/\s+/)) {
    const taken = word.length * 1.15;
    if (used > 0 && used + 1 + taken > width) [lines, used] = [lines + 1, taken];
    else used += (used > 0 ? 1 : 0) + taken;
  }
  return lines;
}

/** As wide as the longest line of the cells, words of the header wrapped. */
function widthOf(cells: readonly SheetCell[]): number {
  const lengths = cells.slice(0, 2000).map((cell, row) => {
    const text = String(typeof cell === "object" && cell !== null ? cell.value : (cell ?? ""));
    return Math.max(...text.split(row === 0 ? /[\s_]/ : "\n").map((line) => line.length));
  });
  return Math.min(widest, Math.max(narrowest, ...lengths) + 2);
}
