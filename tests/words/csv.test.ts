import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { excelCsv, machineCsv } from "../../src/words/csv.ts";
import { csvLine, formulaStart } from "../../src/words/csvText.ts";

describe("the file for machines", () => {
  test("gives every text back as it was", () => {
    const table = fc.array(fc.array(fc.string({ unit: "grapheme" }), { minLength: 2, maxLength: 2 }), { minLength: 1 });
    fc.assert(
      fc.property(table, (rows) => {
        expect(Papa.parse(machineCsv(rows), { newline: "\r\n" }).data.slice(0, -1)).toEqual(rows);
      }),
    );
  });
});

describe("both files", () => {
  test("are what Papa Parse writes of the same rows", () => {
    const text = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.string({ unit: fc.constantFrom(..."\",;=+-@\t\r\n\0＝\uFEFF' aя"), maxLength: 6 }),
    );
    const cell = fc.oneof(text, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer(), fc.constant(null));
    const disarmed = (value: unknown): unknown =>
      typeof value === "number"
        ? String(value).replace(".", ",")
        : typeof value === "string" && formulaStart.test(value)
          ? `'${value}`
          : value;
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1 }), (rows) => {
        expect(machineCsv(rows)).toBe(`${Papa.unparse(rows, { newline: "\r\n" })}\r\n`);
        const quotes = (value: string | null): boolean =>
          value !== null && value.startsWith("'") && formulaStart.test(value.slice(1));
        const cells = rows.map((row) => row.map(disarmed));
        expect(excelCsv(rows)).toBe(`${Papa.unparse(cells, { delimiter: ";", newline: "\r\n", quotes })}\r\n`);
      }),
    );
  });
});

describe("the file for spreadsheets", () => {
  test("is made of semicolons and decimal commas", () => {
    expect(excelCsv([["Тема", 1.5, null, -3]])).toBe("Тема;1,5;;-3\r\n");
  });

  test("starts no formula, whatever a resident wrote", () => {
    for (const text of ["=1+1", "+7", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠x"]) {
      const [[cell]] = Papa.parse<string[]>(excelCsv([[text]]), { delimiter: ";", newline: "\r\n" }).data as [[string]];
      expect(cell).toBe(`'${text}`);
      expect(excelCsv([[text]])).toMatch(/^"'/u);
    }
  });

  // shared/oracles/format/csv_injection_vectors.json; what begins with a dash of the language, or is a number, is none.
  test.each([
    ["=cmd|'/c calc'!A1", true],
    ["-2+3", true],
    ['=HYPERLINK("http://x","y")', true],
    ['=1+1";=2', true],
    ["+7 495 000-00-00", true],
    ["-5", true],
    ["— тире, не формула", false],
    [-5, false],
  ])("disarms %s: %s", (value, isDisarmed) => {
    for (const written of [
      excelCsv([[value]]),
      csvLine([String(value)], "spreadsheet", new Set(typeof value === "number" ? [0] : [])),
    ]) {
      const [[cell]] = Papa.parse<string[]>(written, { delimiter: ";", newline: "\r\n" }).data as [[string]];
      expect(cell).toBe(isDisarmed ? `'${value}` : String(value));
    }
  });
});
