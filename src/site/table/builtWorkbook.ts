import { strToU8, zipSync } from "fflate";
import { formulaStart } from "../../words/csvText.ts";
import type { Cell } from "../../words/figureCells.ts";
import type { TakenTable } from "./builtCells.ts";

/*
 * A workbook of one table, small enough for the browser: the parts that spreadsheets ask for (ECMA-376) and no more. The
 * workbooks of the downloads are written by src/documents/workbook.ts, whose library is ten times as long.
 */

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
const types = "http://schemas.openxmlformats.org/package/2006/content-types";
const form = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** Time of every entry, by whatever clock reads it: an archive must not tell when it was made. */
const mtime = new Date(1980, 0, 1);

/** What XML 1.0 cannot hold. */
const unwanted = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string): string => text.replace(unwanted, "").replace(/[&<>"]/gu, (sign) => entities[sign]!);

/** 0 → "A", 26 → "AA". */
function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}

/** @param name of its sheet, at most 31 characters */
export function builtWorkbook({ columns, rows }: TakenTable, name: string): Uint8Array {
  const texts = new Map<string, number>();
  const shared = (text: string): number => {
    const safe = formulaStart.test(text) ? `'${text}` : text;
    const known = texts.get(safe) ?? texts.size;
    texts.set(safe, known);
    return known;
  };
  const cell = (value: Cell, column: number, row: number, style: string): string => {
    if (value === null || value === "") return "";
    const place = `r="${columnName(column)}${String(row)}"${style}`;
    return typeof value === "number"
      ? `<c ${place}><v>${String(value)}</v></c>`
      : `<c ${place} t="s"><v>${String(shared(value))}</v></c>`;
  };
  const line = (cells: readonly Cell[], at: number, style = ""): string =>
    `<row r="${String(at + 1)}">${cells.map((value, column) => cell(value, column, at + 1, style)).join("")}</row>`;
  const lines = [
    line(
      columns.map(([, title]) => title),
      0,
      ' s="1"',
    ),
    ...rows.map((cells, at) => line(cells, at + 1)),
  ];
  const widths = columns.map((_, at) => {
    const place = String(at + 1);
    return `<col min="${place}" max="${place}" width="${at < 3 ? "24" : "14"}" customWidth="1"/>`;
  });
  const parts: Record<string, string> = {
    "[Content_Types].xml": `<Types xmlns="${types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${form}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${form}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${form}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${form}.sharedStrings+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="${escaped(name.slice(0, 31))}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relations}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${relations}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    "xl/styles.xml": `<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="10"/><name val="Arial"/></font><font><b/><sz val="10"/><name val="Arial"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment wrapText="1" vertical="top"/></xf></cellXfs></styleSheet>`,
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join("")}</cols><sheetData>${lines.join("")}</sheetData></worksheet>`,
    "xl/sharedStrings.xml": `<sst xmlns="${main}" uniqueCount="${String(texts.size)}">${[...texts.keys()].map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join("")}</sst>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, part]) => [path, strToU8(head + part)])), {
    mtime,
  });
}
