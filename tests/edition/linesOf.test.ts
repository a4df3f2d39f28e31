import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { linesOf } from "../../src/edition/linesOf.ts";

const folder = mkdtempSync(join(tmpdir(), "lines-"));
afterAll(() => rmSync(folder, { recursive: true }));
const path = join(folder, "lines.ndjson");

test("lines come back as they were written, also over the ends of blocks", () => {
  // A line of this many characters of two and four bytes ends somewhere inside every block.
  const long = fc.integer({ min: 0, max: 700_000 }).map((size) => "я".repeat(size) + "😀".repeat(size % 7));
  const lines = fc.array(
    fc.oneof(
      { weight: 1, arbitrary: long },
      { weight: 6, arbitrary: fc.string().map((text) => text.replaceAll("\n", "")) },
    ),
    { minLength: 1, maxLength: 12 },
  );
  fc.assert(
    fc.property(lines, (written) => {
      writeFileSync(path, written.map((line) => `${line}\n`).join(""));
      expect([...linesOf(path)]).toEqual(written.map((line) => Buffer.from(line).toString()));
    }),
    { numRuns: 25 },
  );
});

test("a last line without an end is a line, an empty file has none", () => {
  writeFileSync(path, "раз\nдва");
  expect([...linesOf(path)]).toEqual(["раз", "два"]);
  writeFileSync(path, "");
  expect([...linesOf(path)]).toEqual([]);
});
