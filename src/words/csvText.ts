/**
 * Lines of tables as text, small enough for the browser, by the rules of the portal's downloads
 * (words/csv.ts): for programs and for spreadsheets.
 */

export type CsvKind = "spreadsheet" | "program";

/** Characters with which a spreadsheet starts a formula (OWASP ASVS 1.2.10, CWE-1236), full-width forms included. */
export const formulaStart = /^[=+\-@\t\r\n\0＝＋－＠]/u;
const number = /^-?\d+(\.\d+)?$/;

/** A cell; numbers come as texts of digits with a point. */
function cell(value: string, kind: CsvKind, isNumber: boolean): string {
  if (kind === "spreadsheet" && isNumber && number.test(value)) return value.replace(".", ",");
  const isFormula = kind === "spreadsheet" && formulaStart.test(value);
  const shown = isFormula ? `'${value}` : value;
  // As RFC 4180 asks, blanks at either end, which some readers would drop, and what would be a formula (OWASP).
  return isFormula || /["\r\n\uFEFF]|^ | $/u.test(shown) || shown.includes(kind === "program" ? "," : ";")
    ? `"${shown.replaceAll('"', '""')}"`
    : shown;
}

/** One line with its end. @param numbers positions of the cells that are numbers */
export function csvLine(cells: readonly string[], kind: CsvKind, numbers: ReadonlySet<number> = new Set()): string {
  return `${cells.map((value, at) => cell(value, kind, numbers.has(at))).join(kind === "program" ? "," : ";")}\r\n`;
}
