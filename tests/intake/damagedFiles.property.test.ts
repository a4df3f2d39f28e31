import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { DuckDBInstance } from "@duckdb/node-api";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { workbookOf, zipOf } from "./format/workbook.ts";
import { intake, sourceOf } from "./portal.ts";

const source = sourceOf("letters", {
  columns: { id: "Номер", received: "Поступило", agency: "Ведомство", text: "Текст" },
});
const csv = `Номер;Поступило;Ведомство;Текст\n${Array.from({ length: 30 }, (_, index) => `${index};${1 + (index % 28)}.10.2026 14:0${index % 10};Минстрой;"Текст ""${index}"",\nс переносом"`).join("\n")}\n`;
const rows = [
  ["Номер", "Поступило", "Ведомство", "Текст"],
  ...Array.from({ length: 20 }, (_, index) => [String(index), { date: 46296 + index }, "Минстрой", "Текст"]),
];
const json = JSON.stringify(
  Array.from({ length: 20 }, (_, index) => ({
    Номер: index,
    Поступило: "2026-10-01",
    Ведомство: "Минстрой",
    Текст: "Текст",
  })),
);

const files: Record<string, Buffer> = {
  csv: Buffer.from(csv),
  gzip: gzipSync(csv),
  zip: zipOf({ "a.csv": csv }),
  xlsx: workbookOf([{ rows }]),
  json: Buffer.from(json),
};

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), "parquet-"));
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  await connection.run(
    `copy (select i as "Номер", date '2026-10-01' as "Поступило", 'Минстрой' as "Ведомство", 'Текст' || i as "Текст" from range(50) t(i)) to '${folder}/a.parquet' (format parquet)`,
  );
  connection.closeSync();
  files["parquet"] = await readFile(join(folder, "a.parquet"));
  await rm(folder, { recursive: true });
});

test("whatever is cut off, changed or inserted in a file, the intake tells it and never breaks; every row is accounted for", async () => {
  const damage = fc.record({
    kind: fc.constantFrom("csv", "gzip", "zip", "xlsx", "json", "parquet"),
    changes: fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 255 })), {
      maxLength: 4,
    }),
    cut: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: null }),
  });
  await fc.assert(
    fc.asyncProperty(damage, async ({ kind, changes, cut }) => {
      const bytes = Buffer.from(files[kind]!);
      for (const [place, value] of changes) bytes[Math.min(bytes.length - 1, Math.floor(place * bytes.length))] = value;
      const { report, appeals } = await intake(
        { "2026-10-31/a.csv": cut === null ? bytes : bytes.subarray(0, Math.floor(cut * bytes.length)) },
        [source],
      );
      for (const { read, passed, rejected } of report.files) expect(read).toBe(passed + rejected);
      expect(report.files.reduce((sum, { passed }) => sum + passed, 0)).toBe(appeals.length);
      if (appeals.length === 0) expect(report.findings).not.toEqual([]);
    }),
    { numRuns: 150 },
  );
});
