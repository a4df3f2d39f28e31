import { expect, test } from "vitest";
import { concernsWholeFile } from "../../src/model/finding.ts";
import { renderReport } from "../../src/report/renderReport.ts";
import { intake, sourceOf } from "./portal.ts";

const source = sourceOf("register", { columns: { id: "id", received: "received", agency: "agency" } });
const record = (number: number) => ({
  id: String(number),
  received: number === 3 || number === 5 ? "no date" : "2026-10-01",
  agency: "Parks",
});
const records = [1, 2, 3, 4, 5].map(record);
const feature = (properties: object) => ({ type: "Feature", properties, geometry: null });

test.each([
  ["an array on one line", JSON.stringify(records), { record: 3, records: [3, 5] }],
  [
    "GeoJSON on one line",
    JSON.stringify({ type: "FeatureCollection", features: records.map(feature) }),
    { record: 3, records: [3, 5] },
  ],
  [
    "objects line by line",
    records.map((one) => JSON.stringify(one)).join("\n"),
    { line: 3, lines: [3, 5], record: 3, records: [3, 5] },
  ],
  [
    "an array that is laid out",
    JSON.stringify(records, null, 1),
    { line: 12, lines: [12, 22], record: 3, records: [3, 5] },
  ],
])("a row of %s is told by its record, and by its line where it has one", async (_, text, place) => {
  const { report, appeals } = await intake({ "2026-10-31/a.json": text }, [source]);
  const [finding] = report.findings.filter(({ code }) => code === "DATE_UNREADABLE");
  expect(finding).toEqual({
    code: "DATE_UNREADABLE",
    file: "2026-10-31/a.json",
    column: "received",
    count: 2,
    ...place,
  });
  expect(new Set(appeals.map(({ line }) => line)).size).toBe(3);
  const line = "line" in place ? `:${place.line}` : "";
  expect(renderReport({ files: [], findings: [finding!] }, "en")).toContain(
    `2026-10-31/a.json${line} record 3 field received`,
  );
});

test.each([
  ["that is no JSON", `[${JSON.stringify(record(1))}, {"id": 2, "received": }]`, 2],
  ["that has no end", `[${JSON.stringify(record(1))}, ${JSON.stringify(record(2))}, {"id": "3"`, 3],
])("a record %s is told by its number", async (_, text, number) => {
  const { report } = await intake({ "2026-10-31/a.json": text }, [source]);
  expect(report.findings.filter(concernsWholeFile)).toEqual([
    { code: "JSON_BROKEN", file: "2026-10-31/a.json", record: number },
  ]);
});
