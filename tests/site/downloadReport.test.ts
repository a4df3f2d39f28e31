import { expect, test } from "vitest";
import { type DownloadFile } from "../../src/model/downloads.ts";
import { codebookReport } from "../../src/site/codebookReport.ts";
import { downloadsOf } from "../../src/site/downloadReport.ts";
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
