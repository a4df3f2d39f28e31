import fc from "fast-check";
import Papa from "papaparse";
import { expect, test } from "vitest";
import type { Dialect } from "../../src/intake/dialect.ts";
import { decodeText } from "../../src/intake/encoding.ts";
import { hasUnusual, isOrdinary } from "../../src/intake/ordinaryText.ts";
import { plainRecords } from "../../src/intake/plainRecords.ts";
import { otherDate } from "../../src/intake/readDate.ts";
import { usualDate } from "../../src/intake/usualDate.ts";

const dialects: Dialect[] = [
  { delimiter: ";", newline: "\n" },
  { delimiter: ",", newline: "\n" },
  { delimiter: "\t", newline: "\n" },
  { delimiter: ";", newline: "\r" },
];
/** Nothing but what makes trouble, and a little between. */
const nasty = fc
  .array(
    fc.constantFrom(
      '"',
      '""',
      '";"',
      '";',
      ';"',
      ";",
      ",",
      "\t",
      "\n",
      "\r\n",
      "\r",
      '"\r\n"',
      '" ;',
      " ",
      "a",
      "ж",
      "\0",
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(""));

/** The text as the forgiving reader cuts it, with the lines on which its records start. */
function forgiven(text: string, dialect: Dialect): { rows: string[][]; lines: number[]; broken: boolean } {
  const { data, errors } = Papa.parse<string[]>(text, dialect);
  const lines: number[] = [];
  let line = 1;
  const rows = data.map((cells) => {
    lines.push(line);
    line += 1 + cells.join("").split(dialect.newline).length - 1;
    return dialect.newline === "\n" ? [...cells.slice(0, -1), (cells.at(-1) ?? "").replace(/\r$/, "")] : cells;
  });
  return { rows, lines, broken: errors.some(({ type }) => type === "Quotes") };
}

test("what is cut by the rules alone is what the forgiving reader cuts, down to where the rules end", () => {
  fc.assert(
    fc.property(nasty, fc.constantFrom(...dialects), (text, dialect) => {
      const { rows, lines, end, isOdd } = plainRecords(text, dialect, 1);
      const all = forgiven(text, dialect);
      expect(rows).toEqual(all.rows.slice(0, rows.length));
      expect(lines).toEqual(all.lines.slice(0, rows.length));
      // What is left is the rest of the records, and nothing of those before.
      const left = forgiven(text.slice(end), dialect);
      expect([...rows, ...(end === text.length ? [] : left.rows)]).toEqual(
        end === text.length ? all.rows.slice(0, rows.length) : all.rows,
      );
      if (all.broken) expect(isOdd || end < text.length).toBe(true);
    }),
    { numRuns: 3000 },
  );
});

test("a record that a piece of the file breaks off is left for the next piece", () => {
  fc.assert(
    fc.property(nasty, fc.constantFrom(...dialects), fc.nat(60), (text, dialect, at) => {
      const cut = plainRecords(text.slice(0, at), dialect, 1);
      expect(plainRecords(text, dialect, 1).rows.slice(0, cut.rows.length)).toEqual(cut.rows);
    }),
    { numRuns: 2000 },
  );
});

const dateText = fc.oneof(
  fc
    .tuple(
      fc.constantFrom("03.10.2026", "2026-10-03", "31/12/1999", "12-25-2026", "2026/13/45", "00.00.0000", "3.10.2026"),
      fc.constantFrom("", " 14:05", "T14:05", " 14:05:59", " 24:00", " 24:00:00", " 23:60", "T25:00:00", " 1:05", "Z"),
    )
    .map(([day, clock]) => day + clock),
  fc.string({ unit: fc.constantFrom(..."0123456789.-/: T"), minLength: 8, maxLength: 20 }),
);

test("a usual date is taken apart as it is among all forms of dates", () => {
  expect(usualDate("03.10.2026 14:05")).not.toBeNull();
  fc.assert(
    fc.property(dateText, (text) => {
      const usual = usualDate(text);
      if (usual !== null) expect(usual).toEqual(otherDate(text));
    }),
    { numRuns: 3000 },
  );
});

test("a text of which no cell needs care has none that does, wherever it is cut", () => {
  const pieces = fc.array(
    fc.constantFrom('="', '"', '""', "'", "Р", "С", "°", "»", "Ð", "\ufffd", "\ud83d", "\u0085", ";", "\r\n", "ж", "="),
    { maxLength: 24 },
  );
  fc.assert(
    fc.property(pieces, (parts) => {
      const text = parts.join("");
      if (!isOrdinary(text)) return;
      const cells = Papa.parse<string[]>(text, { delimiter: ";", newline: "\n" }).data.flat();
      for (const cell of cells) {
        expect(cell.startsWith("'") || cell.startsWith('="')).toBe(false);
        expect(cell.isWellFormed()).toBe(true);
        expect(hasUnusual(cell)).toBe(false);
      }
      expect(hasUnusual(cells.join("\n"))).toBe(false);
    }),
    { numRuns: 3000 },
  );
});

test("UTF-8 is decoded as the platform's decoder does, however it is damaged and wherever it is cut", async () => {
  async function* cut(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const piece = fc.oneof(
    fc.constantFrom("ж", "a", "€", "😀", "\ufeff", "\r\n").map((text) => Buffer.from(text)),
    fc
      .constantFrom([0xd0], [0xe2, 0x82], [0xf0, 0x9f], [0x80], [0xff], [0xc0, 0xaf], [0xed, 0xa0, 0x80])
      .map((bytes) => Buffer.from(bytes)),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 20 }), fc.integer({ min: 1, max: 12 }), async (pieces, size) => {
      const bytes = Buffer.concat(pieces);
      let text = "";
      for await (const part of decodeText(cut(bytes, size), "utf-8")) text += part;
      expect(text).toBe(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes).replace(/^\ufeff+/u, ""));
    }),
    { numRuns: 2000 },
  );
});
