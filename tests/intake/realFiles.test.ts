import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { openFile } from "../../src/intake/format/openFile.ts";
import { inspectFile } from "../../src/intake/inspect/inspectFile.ts";
import { unknownTable } from "../../src/intake/inspect/unknownTable.ts";
import { recogniseTable } from "../../src/intake/recogniseTable.ts";
import { emptyVocabulary } from "./portal.ts";

/** Real files that nobody here made; they lie beside the project and never in it. */
const folder = [
  resolve(import.meta.dirname, "../../../shared/data"),
  resolve(import.meta.dirname, "../../../../shared/data"),
].find((path) => existsSync(path));
const name = folder === undefined ? "real files (SKIPPED: ../shared/data is not here)" : "real files";

describe.skipIf(folder === undefined)(name, () => {
  const path = (file: string) => resolve(folder ?? "", file);

  test("São Paulo 156 of one year: encoding, delimiter, order of dates and mapping are found without help", async () => {
    const [found] = await inspectFile(path("sp156-2021-semicolon-cp1252.csv.gz"), [], emptyVocabulary);
    if (!found || "fault" in found) throw new Error("not read");
    expect(found).toMatchObject({
      encoding: "windows-1252",
      delimiter: ";",
      headerLine: 1,
      rows: 133_241,
      recognised: null,
    });
    expect(Object.fromEntries(found.proposals.map(({ field, column }) => [field, column.number]))).toEqual({
      received: 1,
      closed: 7,
      topicGroup: 2,
      topic: 4,
      place: 5,
      outcome: 6,
    });
    expect(found.dates.map(({ field, verdict }) => [field, verdict])).toEqual([
      ["received", "day-first"],
      ["closed", "day-first"],
    ]);
    expect(found.labels.outcome?.map(({ known }) => known)).toEqual(["closed", "refused", "open", "closed"]);
  });

  test("São Paulo 156 of all years is Parquet with the same columns", async () => {
    const { format, parts } = await openFile(path("sp156-all.parquet"));
    expect(format).toBe("parquet");
    expect(unknownTable(parts[0]!)?.table.header).toHaveLength(7);
  });

  test("the New York council's requests are recognised by their headers", async () => {
    const { parts } = await openFile(path("nyc-council.csv.gz"));
    const recognised = recogniseTable(parts[0]!, []);
    expect(recognised?.source.name).toBe("nyc-311");
    expect(recognised?.table).toMatchObject({ delimiter: ",", headerLine: 1 });
  });
});
