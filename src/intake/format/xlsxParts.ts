import { FileFault } from "../fileFault.ts";
import type { RowBatch } from "../table.ts";
import type { OnRead } from "./byteSource.ts";
import { mergedCellsOf, type MergedCells } from "./mergedCells.ts";
import { headerAmong, type Part } from "./part.ts";
import { dateStyles, isoOfSerial } from "./xlsxDates.ts";
import { walkXml, type XmlHandler } from "./xmlEvents.ts";
import { memberNamed, type ZipArchive } from "./zipArchive.ts";

export interface Workbook {
  parts: Part[];
  hiddenSheets: number;
  /** Macros or links to other files: never run, never followed. */
  active: boolean;
}

interface Sheet {
  path: string;
  hidden: boolean;
}

async function walk(archive: ZipArchive, path: string, handler: XmlHandler): Promise<void> {
  const member = memberNamed(archive, path);
  if (member === undefined) return;
  const progress = walkXml(archive.open(member), handler);
  while (!(await progress.next()).done);
}

async function readStructure(archive: ZipArchive): Promise<{ sheets: Sheet[]; since1904: boolean }> {
  const targets = new Map<string, string>();
  await walk(archive, "xl/_rels/workbook.xml.rels", {
    open: (name, { Id = "", Target = "" }) => {
      if (name === "Relationship") targets.set(Id, Target.startsWith("/") ? Target.slice(1) : `xl/${Target}`);
    },
  });
  const sheets: Sheet[] = [];
  let since1904 = false;
  await walk(archive, "xl/workbook.xml", {
    open: (name, attributes) => {
      if (name === "workbookPr") since1904 = ["1", "true"].includes(attributes["date1904"] ?? "");
      if (name !== "sheet") return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(":id"))?.[1] ?? "";
      sheets.push({
        path: targets.get(id) ?? "",
        hidden: attributes["state"] !== undefined && attributes["state"] !== "visible",
      });
    },
  });
  return { sheets, since1904 };
}

async function readSharedStrings(archive: ZipArchive): Promise<string[]> {
  const strings: string[] = [];
  let text: string | null = null;
  let reading = false;
  let phonetic = false;
  await walk(archive, "xl/sharedStrings.xml", {
    open: (name) => {
      if (name === "si") text = "";
      if (name === "rPh") phonetic = true;
      reading = name === "t" && !phonetic;
    },
    text: (more) => {
      if (reading && text !== null) text += more;
    },
    close: (name) => {
      if (name === "t") reading = false;
      if (name === "rPh") phonetic = false;
      if (name === "si" && text !== null) strings.push(text);
    },
  });
  return strings;
}

async function readDateStyles(archive: ZipArchive): Promise<boolean[]> {
  const custom = new Map<number, string>();
  const styles: number[] = [];
  let inCells = false;
  await walk(archive, "xl/styles.xml", {
    open: (name, attributes) => {
      if (name === "numFmt") custom.set(Number(attributes["numFmtId"]), attributes["formatCode"] ?? "");
      if (name === "cellXfs") inCells = true;
      if (name === "xf" && inCells) styles.push(Number(attributes["numFmtId"] ?? 0));
    },
    close: (name) => {
      if (name === "cellXfs") inCells = false;
    },
  });
  return dateStyles(custom, styles);
}

/** "C7" is column 2. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference) {
    const value = letter.charCodeAt(0) - 64;
    if (value < 1 || value > 26) break;
    column = column * 26 + value;
  }
  return column - 1;
}

/** Numbers as people wrote them: 15 digits, as the program itself shows; more are noise of binary fractions. */
function plainNumber(text: string): string {
  const value = Number(text);
  return Number.isFinite(value) && text !== ""
    ? Number.isSafeInteger(value)
      ? String(value)
      : String(Number(value.toPrecision(15)))
    : text;
}

/** Excel has no more columns than this; a reference beyond is an attack on memory. */
const mostColumns = 16_384;

/** What a program itself shows where there is no value. */
const unsaved = "#N/A";

interface CellReader {
  strings: readonly string[];
  isDate: readonly boolean[];
  since1904: boolean;
}

function cellText(type: string, style: number, value: string, { strings, isDate, since1904 }: CellReader): string {
  if (type === "s") return strings[Number(value)] ?? "";
  if (type === "b") return value === "1" ? "true" : "false";
  if (type !== "n" || value === "") return value;
  return (isDate[style] ? isoOfSerial(Number(value), since1904) : null) ?? plainNumber(value);
}

/** The rows of one sheet, with their numbers; every row has as many cells as the widest before it. */
async function* sheetRows(
  bytes: AsyncIterable<Buffer>,
  reader: CellReader,
  merged: MergedCells,
): AsyncGenerator<RowBatch> {
  const fill = merged.none ? null : merged.filler();
  let batch: RowBatch = { lines: [], rows: [], brokenQuotes: [] };
  let row: string[] = [];
  let line = 0;
  let width = 0;
  let column = -1;
  let type = "n";
  let style = 0;
  let value = "";
  let reading = false;
  let isFormula = false;
  const handler: XmlHandler = {
    open(name, attributes) {
      if (name === "row") {
        line = Number(attributes["r"] ?? line + 1);
        if (attributes["hidden"] === "1" || attributes["hidden"] === "true") (batch.hidden ??= []).push(line);
        row = [];
        column = -1;
      } else if (name === "c") {
        column = attributes["r"] === undefined ? column + 1 : columnOf(attributes["r"]);
        if (column >= mostColumns) throw new FileFault("FILE_TRUNCATED");
        type = attributes["t"] ?? "n";
        style = Number(attributes["s"] ?? 0);
        value = "";
        isFormula = false;
      } else if (name === "f") isFormula = true;
      else if (name === "v" || name === "t") reading = true;
    },
    text(text) {
      if (reading) value += text;
    },
    close(name) {
      if (name === "v" || name === "t") reading = false;
      else if (name === "c") {
        // A formula whose value is a text may have an empty one; without any, nobody has calculated it.
        const isUnsaved = isFormula && value === "" && type !== "str";
        const text = isUnsaved ? unsaved : cellText(type, style, value, reader);
        if (isUnsaved && batch.unsaved?.at(-1) !== line) (batch.unsaved ??= []).push(line);
        // Formatted down to the last column of the program, a row is as wide as what is written in it.
        if (text === "") return;
        while (row.length < column) row.push("");
        row[column] = text;
      } else if (name === "row") {
        const filled = fill?.(line, row) ?? [];
        if (filled.length > 0) (batch.filled ??= new Map()).set(line, filled);
        width = Math.max(width, row.length);
        while (row.length < width) row.push("");
        batch.lines.push(line);
        batch.rows.push(row);
      }
    },
  };
  for await (const read of walkXml(bytes, handler)) {
    if (batch.rows.length === 0 || (read > 0 && batch.rows.length < 512)) continue;
    yield batch;
    batch = { lines: [], rows: [], brokenQuotes: [] };
  }
}

/**
 * The visible sheets of an XLSX workbook. Lines are numbers of rows; cells with formulas give the value that was saved
 * with them, and cells merged with the one above show its value. Formulas, macros and links are never evaluated.
 *
 * @throws FileFault FILE_TRUNCATED
 */
export async function xlsxParts(archive: ZipArchive, size: number): Promise<Workbook> {
  const { sheets, since1904 } = await readStructure(archive);
  if (sheets.length === 0) throw new FileFault("FILE_TRUNCATED");
  const reader: CellReader = {
    strings: await readSharedStrings(archive),
    isDate: await readDateStyles(archive),
    since1904,
  };
  const parts: Part[] = [];
  const visible = sheets.flatMap(({ hidden, path }) => {
    const member = hidden ? undefined : memberNamed(archive, path);
    return member === undefined ? [] : [{ path: member }];
  });
  for (const [index, { path }] of visible.entries()) {
    const merged = await mergedCellsOf(archive.open(path));
    const rows = async function* (onRead?: OnRead): AsyncGenerator<RowBatch> {
      yield* sheetRows(archive.open(path), reader, merged);
      onRead?.(size / visible.length);
    };
    const sample: RowBatch = { lines: [], rows: [], brokenQuotes: [] };
    for await (const batch of rows()) {
      sample.lines.push(...batch.lines.slice(0, headerAmong - sample.lines.length));
      sample.rows.push(...batch.rows.slice(0, headerAmong - sample.rows.length));
      if (sample.rows.length >= headerAmong) break;
    }
    parts.push({
      suffix: visible.length === 1 ? "" : `#${index + 1}`,
      innerName: null,
      encoding: "xlsx",
      readings: [{ delimiter: "xlsx", sample, rows }],
      zeros: 0,
      damaged: 0,
      ...(!merged.none && { merged }),
    });
  }
  const active = archive.members.some(({ name }) =>
    /^xl\/(?:vbaProject\.bin|macrosheets\/|externalLinks\/|activeX\/|connections\.xml|embeddings\/)/i.test(name),
  );
  return { parts, hiddenSheets: sheets.filter(({ hidden }) => hidden).length, active };
}
