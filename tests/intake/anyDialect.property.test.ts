import { gzipSync } from "node:zlib";
import fc from "fast-check";
import iconv from "iconv-lite";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { csvRows } from "../../src/intake/csvRows.ts";
import { delimiters, type Dialect } from "../../src/intake/dialect.ts";
import { exportsFolder, intake, sourceOf } from "./portal.ts";
import { openFile } from "../../src/intake/format/openFile.ts";
import { join } from "node:path";

const letters = "абвгдежзиклмнопрстуАБВГДЕЁЯэюя";
const awkward = fc.string({
  unit: fc.constantFrom(...letters, ..."abcXYZ0159 ", '"', ",", ";", "\t", "|", "\n", "«", "»", "№", "-"),
  maxLength: 24,
});
/** Cells as an export holds them: nothing at the ends that a reader may trim. */
const cell = awkward.map((text) => text.trim());
const table = fc
  .integer({ min: 2, max: 6 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 12 }));

const encodings = ["utf-8", "utf-8 with a mark", "utf-16le", "windows-1251", "gzip"] as const;
function encoded(text: string, encoding: (typeof encodings)[number]): Uint8Array {
  switch (encoding) {
    case "utf-8":
      return Buffer.from(text);
    case "utf-8 with a mark":
      return Buffer.from(`\ufeff${text}`);
    case "utf-16le":
      return iconv.encode(text, "utf-16le", { addBOM: true });
    case "windows-1251":
      return iconv.encode(text, "windows-1251");
    case "gzip":
      return gzipSync(text);
  }
}

async function* pieces(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

test("any table, cut into pieces of any size, comes back with the lines it starts on", async () => {
  await fc.assert(
    fc.asyncProperty(
      table,
      fc.constantFrom(...delimiters),
      fc.constantFrom("\n", "\r\n"),
      fc.integer({ min: 1, max: 40 }),
      fc.boolean(),
      async (rows, delimiter, newline, size, quotes) => {
        const text = Papa.unparse(rows, { delimiter, newline, quotes });
        const dialect: Dialect = { delimiter, newline: "\n" };
        const read: string[][] = [];
        const lines: number[] = [];
        for await (const batch of csvRows(pieces(text, size), dialect)) {
          read.push(...batch.rows);
          lines.push(...batch.lines);
          expect(batch.brokenQuotes).toEqual([]);
        }
        expect(read).toEqual(rows);
        const before = (index: number) => rows.slice(0, index).flat().join("").split("\n").length - 1;
        expect(lines).toEqual(rows.map((_, index) => 1 + index + before(index)));
      },
    ),
    { numRuns: 300 },
  );
});

test("any table in any dialect and encoding comes back equal from a file", async () => {
  const header = ["Номер", "Поступило", "Текст обращения", "Ведомство"];
  const body = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(
      body,
      fc.constantFrom(...delimiters),
      fc.constantFrom("\n", "\r\n"),
      fc.constantFrom(...encodings),
      async (cells, delimiter, newline, encoding) => {
        const rows = cells.map(([text, agency], index) => [String(index + 1), "01.10.2026", text, agency]);
        const folder = await exportsFolder({
          "a.csv": encoded(Papa.unparse([header, ...rows], { delimiter, newline }), encoding),
        });
        const { parts } = await openFile(join(folder, "a.csv"));
        const reading = parts[0]?.readings.find((candidate) => candidate.delimiter === delimiter);
        const read: string[][] = [];
        for await (const batch of reading!.rows()) read.push(...batch.rows);
        expect(read).toEqual([header, ...rows]);
      },
    ),
    { numRuns: 60 },
  );
});

const appealRow = fc.record({
  number: fc.option(fc.integer({ min: 1, max: 6 }), { nil: null }),
  day: fc.integer({ min: 1, max: 28 }),
  closed: fc.option(fc.integer({ min: 1, max: 28 }), { nil: null }),
  topic: fc.constantFrom("Ямы", "ямы", "Отопление", "Свет", ""),
  agency: fc.constantFrom("Минстрой", "МинСтрой", "Минтранс"),
});

test("the order of rows and of files changes nothing that comes out but the places", async () => {
  const source = sourceOf("feed", {
    files: ["*.csv"],
    columns: { received: "Поступило", closed: "Закрыто", topic: "Тема", agency: "Ведомство" },
  });
  const csv = (rows: string[]) => ["Поступило,Закрыто,Тема,Ведомство", ...rows].join("\n");
  await fc.assert(
    fc.asyncProperty(
      fc.array(appealRow, { minLength: 2, maxLength: 14 }),
      fc.integer({ min: 1, max: 13 }),
      fc.array(fc.nat(), { minLength: 14, maxLength: 14 }),
      async (rows, cut, keys) => {
        const lines = rows.map(
          ({ day, closed, topic, agency }) =>
            `2026-10-${String(day).padStart(2, "0")},${closed === null ? "" : `2026-10-${String(closed).padStart(2, "0")}`},${topic},${agency}`,
        );
        const shuffled = lines
          .map((line, index) => ({ line, key: keys[index] ?? 0 }))
          .sort((left, right) => left.key - right.key)
          .map(({ line }) => line);
        const at = Math.min(cut, lines.length - 1);
        const one = await intake(
          { "2026-10-31/a.csv": csv(lines.slice(0, at)), "2026-10-31/b.csv": csv(lines.slice(at)) },
          [source],
        );
        const other = await intake(
          { "2026-10-31/a.csv": csv(shuffled.slice(at)), "2026-10-31/b.csv": csv(shuffled.slice(0, at)) },
          [source],
        );
        const placeless = ({ appeals }: typeof one) =>
          appeals.map((appeal) => JSON.stringify({ ...appeal, file: "", line: 0 })).sort();
        if (lines.length - at > 0 && at > 0) expect(placeless(other)).toEqual(placeless(one));
        expect(other.report.vocabulary).toEqual(one.report.vocabulary);
      },
    ),
    { numRuns: 40 },
  );
});
