import { expect, test } from "vitest";
import { BuildStop, stopCodes } from "../../src/model/buildStop.ts";
import type { Finding } from "../../src/model/finding.ts";
import { renderReport, reportAsJson } from "../../src/report/renderReport.ts";
import { renderStop } from "../../src/report/renderStop.ts";

const files = [
  {
    edition: "2026-10-31",
    file: "letters.csv",
    source: "letters",
    read: 12500,
    accepted: 12000,
    merged: 490,
    rejected: 10,
  },
  { edition: "2026-10-31", file: "social.csv", source: "social", read: 3, accepted: 3, merged: 0, rejected: 0 },
];

test("a report shows the rows of each file, then the findings with their first places and advice, errors first", () => {
  const report = renderReport(
    {
      files,
      findings: [
        { code: "AGENCY_UNLISTED", file: "2026-10-31/letters.csv", line: 3, column: "agency", count: 4, lines: [3, 9] },
        { code: "ROW_SHORT", file: "2026-10-31/letters.csv", line: 17 },
      ],
    },
    "en",
  );
  expect(report).toMatchInlineSnapshot(`
    "file                      read  accepted  merged  rejected
    2026-10-31/letters.csv  12,500    12,000     490        10
    2026-10-31/social.csv        3         3       0         0
    total                   12,503    12,003     490        10

    ERROR ROW_SHORT · once
      The row has fewer cells than the header.
      The appeal is not counted. Look at the row: most often a text with a line break stands without quotation marks.
        2026-10-31/letters.csv:17

    WARNING AGENCY_UNLISTED · 4 times
      An agency is not in the vocabulary.
      Add its name or spelling to vocabulary/agencies.csv of the data folder. Until then it has a page of its own under the export's label.
        2026-10-31/letters.csv:3 field agency
        2026-10-31/letters.csv:9 field agency
        …
    "
  `);
});

test("a Russian report counts in Russian", () => {
  const report = renderReport({ files, findings: [{ code: "ROW_LONG", file: "a", line: 2, count: 22 }] }, "ru");
  expect(report).toContain("ОШИБКА ROW_LONG · 22 раза");
  expect(renderReport({ files, findings: [] }, "ru")).toContain("Замечаний нет.");
});

test("the report for machines holds the grade of each finding", () => {
  expect(
    JSON.parse(reportAsJson({ files: [], findings: [{ code: "COLUMN_UNREAD", file: "a", column: "7" }] })),
  ).toEqual({
    files: [],
    findings: [{ severity: "note", code: "COLUMN_UNREAD", file: "a", column: "7" }],
  });
});

test("a stop says what happened, what to do, and where", () => {
  const stop = new BuildStop("EDITION_NAME", [{ file: "exports/october.csv" }]);
  expect(renderStop(stop, "en")).toMatchInlineSnapshot(`
    "STOPPED EDITION_NAME
      Something in exports is not an edition folder.
      Exports lie in folders named by a date: 2026-10-31. Rename or move it.
        exports/october.csv
    "
  `);
});

test.each(stopCodes)("%s can be told in both languages even without details", (code) => {
  for (const language of ["ru", "en"] as const) expect(renderStop(new BuildStop(code), language)).toContain(code);
});

test("words that no list has lead to the description in which to say what they mean", () => {
  const finding = (file: string, words: NonNullable<Finding["words"]>): Finding => ({
    code: "OUTCOME_UNLISTED",
    file,
    line: 2,
    column: "outcome",
    words,
  });
  const report = renderReport(
    {
      files: [],
      findings: [
        finding("2026-10-31/a.csv", { key: "outcomes", description: "sources/a.yaml", offered: true }),
        finding("2026-10-31/b.xlsx#2", { key: "outcomes", description: "sources/b.yaml" }),
        finding("2026-10-31/c.csv", { key: "outcomes" }),
      ],
    },
    "en",
  );
  expect(report).toContain("The words stand at the end of sources/a.yaml behind # signs, in the list outcomes");
  expect(report).toContain(
    "Write the words into the list outcomes of sources/b.yaml; npm run inspect -- FOLDER/exports/2026-10-31/b.xlsx ",
  );
  expect(report).toContain("npm run inspect -- FOLDER/exports/2026-10-31/c.csv --write");
});

test.each(["ru", "en"] as const)("too much personal data names the limit, its file and its form (%s)", (language) => {
  const told = renderStop(new BuildStop("PRIVACY_SHARE"), language);
  expect(told).toContain("privacy.stopAbove");
  expect(told).toContain("portal.yaml");
  expect(told).toMatch(/0\.5 (значит|means) 50/u);
});
