import { readFileSync } from "node:fs";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { PERSONAL_DATA_CLASSES } from "../../src/privacy/classes.ts";
import { createDetectionContext, detect } from "../../src/privacy/detect.ts";
import { mask } from "../../src/privacy/mask.ts";
import { plainText } from "../../src/privacy/plainText.ts";

interface Row {
  readonly text: string;
  /** The text as it is published, or «stays». */
  readonly expected: string;
}

const rows = Papa.parse<Row>(readFileSync(new URL("./redteam.csv", import.meta.url), "utf8"), {
  header: true,
  skipEmptyLines: true,
}).data;
/** Markup leaves line breaks and spaces behind; the table is about words. */
const oneLine = (text: string): string => text.replace(/\s+/gu, " ").trim();

const context = createDetectionContext();

describe("The red-team table", () => {
  test("has at least 300 rows, with texts that stay among them", () => {
    expect(rows.length).toBeGreaterThanOrEqual(300);
    expect(rows.filter((row) => row.expected === "stays").length).toBeGreaterThanOrEqual(100);
  });

  test("has every class of personal data, but for houses, which a setting alone masks", () => {
    const masked = rows.map(({ expected }) => expected).join("\n");
    const absent = PERSONAL_DATA_CLASSES.filter(({ mask: { ru } }) => !masked.includes(ru)).map(({ id }) => id);
    expect(absent).toEqual(["house"]);
  });

  test.each(rows.map((row, index) => [index + 2, row] as const))("line %i is masked as it says", (_line, row) => {
    const text = plainText(row.text);
    expect(oneLine(mask(text, detect(text, context)).text)).toBe(
      oneLine(row.expected === "stays" ? text : row.expected),
    );
  });
});
