import { crc32 } from "node:zlib";

/** A zip archive of the given files, stored without packing: enough for tests, and readable by any program. */
export function zipOf(files: Record<string, string | Uint8Array>): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const data = Buffer.from(content as Uint8Array);
    const path = Buffer.from(name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(0x800, 2);
    fields.writeUInt32LE(crc32(data), 10);
    fields.writeUInt32LE(data.length, 14);
    fields.writeUInt32LE(data.length, 18);
    fields.writeUInt16LE(path.length, 22);
    local.push(Buffer.from("PK\u0003\u0004"), fields, path, data);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.from("PK\u0001\u0002"), Buffer.from([20, 0]), fields, tail, path);
    offset += 30 + path.length + data.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(Object.keys(files).length, 4);
  end.writeUInt16LE(Object.keys(files).length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...local, directory, Buffer.from("PK\u0005\u0006"), end]);
}

type Cell = string | number | { date: number } | { blank: true } | { formula: string; text?: string } | null;

interface Sheet {
  rows: Cell[][];
  hidden?: boolean;
  /** Ranges of merged cells: "A2:A5". */
  merged?: string[];
  /** Rows (from 1) that a filter hides. */
  hiddenRows?: number[];
}

const escape = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const letters = (column: number): string =>
  (column >= 26 ? letters(Math.floor(column / 26) - 1) : "") + String.fromCharCode(65 + (column % 26));

function sheetXml({ rows, merged = [], hiddenRows = [] }: Sheet, strings: string[]): string {
  const cells = rows.map((row, index) => {
    const inside = row.map((cell, column) => {
      const reference = `${letters(column)}${index + 1}`;
      if (cell === null) return "";
      if (typeof cell === "number") return `<c r="${reference}"><v>${cell}</v></c>`;
      if (typeof cell === "object" && "blank" in cell) return `<c r="${reference}" s="1"/>`;
      if (typeof cell === "object" && "formula" in cell)
        return `<c r="${reference}"${cell.text === undefined ? "" : ' t="str"'}><f>${escape(cell.formula)}</f><v>${escape(cell.text ?? "")}</v></c>`;
      if (typeof cell === "object") return `<c r="${reference}" s="1"><v>${cell.date}</v></c>`;
      return `<c r="${reference}" t="s"><v>${strings.push(cell) - 1}</v></c>`;
    });
    return row.length === 0
      ? ""
      : `<row r="${index + 1}"${hiddenRows.includes(index + 1) ? ' hidden="1"' : ""}>${inside.join("")}</row>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${cells.join("")}</sheetData>${merged.length === 0 ? "" : `<mergeCells count="${merged.length}">${merged.map((range) => `<mergeCell ref="${range}"/>`).join("")}</mergeCells>`}</worksheet>`;
}

/** A workbook with the given sheets; { date } is a serial number in a cell formatted as a date and time. */
export function workbookOf(sheets: Sheet[], extra: Record<string, string> = {}, since1904 = false): Buffer {
  const strings: string[] = [];
  const files: Record<string, string> = {};
  for (const [index, sheet] of sheets.entries())
    files[`xl/worksheets/sheet${index + 1}.xml`] = sheetXml(sheet, strings);
  const list = sheets
    .map(
      ({ hidden }, index) =>
        `<sheet name="S${index + 1}" sheetId="${index + 1}"${hidden ? ' state="hidden"' : ""} r:id="rId${index + 1}"/>`,
    )
    .join("");
  const relations = sheets
    .map(
      (_, index) => `<Relationship Id="rId${index + 1}" Type="worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
    )
    .join("");
  return zipOf({
    "xl/workbook.xml": `<workbook xmlns:r="r"><workbookPr date1904="${since1904 ? 1 : 0}"/><sheets>${list}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships>${relations}</Relationships>`,
    "xl/styles.xml":
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy\\ hh:mm"/></numFmts><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>',
    "xl/sharedStrings.xml": `<sst>${strings.map((text) => `<si><r><t>${escape(text)}</t></r><rPh><t>чтение</t></rPh></si>`).join("")}</sst>`,
    ...files,
    ...extra,
  });
}
