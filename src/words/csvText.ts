/**
 * Lines of tables as text, small enough for the browser, by the rules of the portal's downloads
 * (words/csv.ts): for programs and for spreadsheets.
 */

export type CsvKind = "spreadsheet" | "program";

/** Characters with which a spreadsheet starts a formula (OWASP ASVS 1.2.10, CWE-1236), full-width forms included. */
export const formulaStart = /^[=+\-@\t\r\n\0＝＋－＠]/u;
const number = /^-?\d+(\.\d+)?$/;

/** As RFC 4180 asks, and blanks at either end, which some readers would drop. */
const needsMarks = { program: /[",\r\n\uFEFF]|^ | $/u, spreadsheet: /[";\r\n\uFEFF]|^ | $/u } as const;

/** A text as a cell. What would be a formula gets an apostrophe and quotation marks, and so does what looks as if it had one (OWASP). */
export function textCell(value: string, kind: CsvKind): string {
  const isFormula = kind === "spreadsheet" && formulaStart.test(value);
  const shown = isFormula ? `'${value}` : value;
  const isMarked =
    isFormula ||
    needsMarks[kind].test(shown) ||
    (kind === "spreadsheet" && shown.startsWith("'") && formulaStart.test(shown.slice(1)));
  return isMarked ? `"${shown.replaceAll('"', '""')}"` : shown;
}

/** A cell; numbers come as texts of digits with a point. */
function cell(value: string, kind: CsvKind, isNumber: boolean): string {
  return kind === "spreadsheet" && isNumber && number.test(value) ? value.replace(".", ",") : textCell(value, kind);
}

/** One line with its end. @param numbers positions of the cells that are numbers */
export function csvLine(cells: readonly string[], kind: CsvKind, numbers: ReadonlySet<number> = new Set()): string {
  return `${cells.map((value, at) => cell(value, kind, numbers.has(at))).join(kind === "program" ? "," : ";")}\r\n`;
}
