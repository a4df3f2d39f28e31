import { createWriteStream } from "node:fs";
import { copyFile, cp, mkdir, writeFile } from "node:fs/promises";
import { once } from "node:events";
import { join } from "node:path";
import { type Dimension, type StoredFacts } from "../../model/facts.ts";
import {
  appealsFile,
  datedFolder,
  editionsFile,
  factsFile,
  repliesFile,
  replyRulesFile,
} from "../../edition/editionFiles.ts";
import { readAppeals, readReplies } from "../../edition/readEdition.ts";
import { appealHeader, appealRows } from "./appealTable.ts";
import { comparisonTable } from "./comparisonTable.ts";
import { byteOrderMark, excelCsv, machineCsv, type DownloadTable } from "../../words/csv.ts";
import { type Cell } from "../../words/figureCells.ts";
import { repliesTable, replyGroupsTable } from "./replyTables.ts";
import { monthTable, subjectTable } from "./subjectTable.ts";

const dimensionFiles: [string, Dimension][] = [
  ["region", "region"],
  ["agencies", "agency"],
  ["topics", "topic"],
  ["places", "place"],
  ["channels", "channel"],
];

/**
 * Writes everything that can be taken away into SITE/data: each table as CSV for machines, CSV for spreadsheets and
 * JSON, the facts whole, and the public appeals.
 */
export async function writeDownloads(facts: StoredFacts, editionDir: string, siteDir: string): Promise<void> {
  const folder = join(siteDir, "data");
  await mkdir(folder, { recursive: true });
  await copyFile(join(editionDir, factsFile), join(folder, "facts.json"));
  for (const [name, dimension] of dimensionFiles) await writeTable(folder, name, subjectTable(facts, dimension));
  await writeTable(folder, "months", monthTable(facts));
  await cp(join(editionDir, datedFolder), join(folder, datedFolder), { recursive: true });
  await copyFile(join(editionDir, editionsFile), join(folder, datedFolder, editionsFile));
  await writeTable(folder, "comparisons", comparisonTable(facts));
  if (facts.portal.appeals === "full") {
    await copyFile(join(editionDir, appealsFile), join(folder, "appeals.ndjson"));
    await copyFile(join(editionDir, repliesFile), join(folder, repliesFile));
    await copyFile(join(editionDir, replyRulesFile), join(folder, replyRulesFile));
    const replies = readReplies(editionDir);
    await writeTable(folder, "reply-figures", repliesTable(facts, replies));
    await writeTable(folder, "reply-groups", replyGroupsTable(facts, replies));
    await writeAppeals(facts, editionDir, folder);
  }
}

async function writeTable(folder: string, name: string, table: DownloadTable): Promise<void> {
  const rows = [table.header, ...table.rows];
  const objects = table.rows.map((row) =>
    Object.fromEntries(table.header.map((column, index) => [column, row[index]])),
  );
  await Promise.all([
    writeFile(join(folder, `${name}.csv`), machineCsv(rows)),
    writeFile(join(folder, `${name}-excel.csv`), byteOrderMark + excelCsv(rows)),
    writeFile(join(folder, `${name}.json`), JSON.stringify(objects)),
  ]);
}

async function writeAppeals(facts: StoredFacts, editionDir: string, folder: string): Promise<void> {
  const machine = createWriteStream(join(folder, "appeals.csv"));
  const excel = createWriteStream(join(folder, "appeals-excel.csv"));
  // A full disk is told by the next write, or by the end.
  const failed = Promise.race(
    [machine, excel].map((stream) => once(stream, "error").then(([error]) => Promise.reject(error as Error))),
  );
  failed.catch(() => undefined);
  excel.write(byteOrderMark);
  const put = async (rows: Cell[][]) => {
    const full = [machine.write(machineCsv(rows)) ? null : machine, excel.write(excelCsv(rows)) ? null : excel].filter(
      (stream) => stream !== null,
    );
    await Promise.race([Promise.all(full.map((stream) => once(stream, "drain"))), failed]);
  };
  const row = appealRows(facts);
  await put([appealHeader]);
  for (const group of readAppeals(editionDir)) await put(group.map(row));
  await Promise.race([Promise.all([machine, excel].map((stream) => once(stream.end(), "close"))), failed]);
}
