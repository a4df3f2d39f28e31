import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import type { DownloadFile } from "../../src/model/downloads.ts";
import { codebookReport } from "../../src/site/codebookReport.ts";
import { checksumRows, downloadsOf } from "../../src/site/downloadReport.ts";
import { overdueFiles } from "../../src/site/overdueFiles.ts";
import { createTelling } from "../../src/words/telling.ts";
import { exampleFacts } from "../words/exampleFacts.ts";

const telling = createTelling(exampleFacts());

test("what people come for, the appeals themselves, stands first among the downloads and in the codebook", () => {
  const file = (table: "agencies" | "appeals"): DownloadFile => ({
    path: `${table}.csv`,
    table,
    rows: 7,
    bytes: 1000,
    sha256: "0".repeat(64),
  });
  const names = downloadsOf(telling, [file("agencies"), file("appeals")]).flatMap(({ files }) => files);
  expect(names.map(({ name }) => name)).toEqual(["appeals.csv", "agencies.csv"]);
  expect(codebookReport(telling)[0]?.names).toEqual(["appeals"]);
});

test("the table of overdue appeals, which stands beside their lists, is told with its rows, its size and its hash", () => {
  const files = overdueFiles(telling, []);
  expect(files.map(({ path, rows }) => [path, rows])).toEqual([
    ["overdue/overdue.csv", 0],
    ["overdue/overdue-excel.csv", 0],
  ]);
  for (const { content, bytes, sha256 } of files) {
    expect(Buffer.byteLength(content)).toBe(bytes);
    expect(createHash("sha256").update(content).digest("hex")).toBe(sha256);
  }
  const [shown] = downloadsOf(telling, files);
  expect(shown?.files.map(({ href, label }) => [href, label])).toEqual([
    ["/otklik/overdue/overdue.csv", "CSV"],
    ["/otklik/overdue/overdue-excel.csv", "CSV для Excel"],
  ]);
  expect(checksumRows(telling, files)[1]).toEqual([
    { text: "overdue/overdue-excel.csv", href: "/otklik/overdue/overdue-excel.csv", download: true },
    "0",
    telling.voice.integer(files[1]!.bytes),
    files[1]!.sha256,
  ]);
});
