import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { machineCsv } from "../../../src/words/csv.ts";
import { filePieces } from "../../../src/publish/verify/filePieces.ts";

const folder = mkdtempSync(join(tmpdir(), "file-pieces-"));
afterAll(() => rmSync(folder, { recursive: true }));

function piecesOf(name: string, content: string, size: number) {
  const path = join(folder, name);
  writeFileSync(path, content);
  return [...filePieces(path, size)].map(({ bytes, records }) => ({ text: bytes.toString("utf8"), records }));
}

test("pieces of a table are its bytes, hold whole records, and count them, wherever quotation marks and line ends stand", () => {
  const cell = fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('"', '""', "\n", "a\r\nb", ",", "ё"));
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 30 }),
      fc.integer({ min: 1, max: 60 }),
      (rows, size) => {
        const table = machineCsv(rows);
        const pieces = piecesOf("a.csv", table, size);
        expect(pieces.map(({ text }) => text).join("")).toBe(table);
        expect(pieces.reduce((sum, { records }) => sum + records, 0)).toBe(rows.length);
        for (const { text } of pieces) expect((text.match(/"/g) ?? []).length % 2).toBe(0);
      },
    ),
  );
});

test("lines of JSON are cut at their ends, and any other file comes whole", () => {
  expect(piecesOf("a.ndjson", '{"a":"\\""}\n{"b":1}\n', 12)).toEqual([
    { text: '{"a":"\\""}\n', records: 1 },
    { text: '{"b":1}\n', records: 1 },
  ]);
  expect(piecesOf("a.html", "<p>\n</p>", 2)).toEqual([{ text: "<p>\n</p>", records: 0 }]);
  expect(piecesOf("empty.csv", "", 10)).toEqual([{ text: "", records: 0 }]);
});
