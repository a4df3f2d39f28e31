import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { readAppeals } from "../../src/edition/readEdition.ts";
import { linesOf } from "../../src/edition/linesOf.ts";
import { appealsFile } from "../../src/edition/editionFiles.ts";

const folder = mkdtempSync(join(tmpdir(), "otklik-lines-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Whatever people paste: separators that other programs take for ends of lines among them. */
const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom("\u2028", "\u2029", "\u0085", "\r", "\n", "\r\n", "\v", "\f"),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(""));
const wellFormed = anyText.map((text) => text.toWellFormed());

describe("a line of a file of records", () => {
  test("ends at a line feed and nowhere else, whatever stands in the texts", () => {
    const path = join(folder, "records.ndjson");
    fc.assert(
      fc.property(fc.array(wellFormed, { maxLength: 6 }), (texts) => {
        writeFileSync(path, texts.map((text) => `${JSON.stringify({ text })}\n`).join(""));
        expect([...linesOf(path)].map((line) => (JSON.parse(line) as { text: string }).text)).toEqual(texts);
      }),
    );
  });

  test("is one appeal of the edition, with separators of lines and paragraphs in its text", async () => {
    const texts = ["до\u2028после", "до\u2029после", "до\u0085после", "до\rпосле", "до\r\nпосле"];
    writeFileSync(join(folder, appealsFile), texts.map((text) => `${JSON.stringify({ text })}\n`).join(""));
    const read: (string | null)[] = [];
    for (const group of readAppeals(folder)) read.push(...group.map(({ text }) => text));
    expect(read).toEqual(texts);
  });
});
