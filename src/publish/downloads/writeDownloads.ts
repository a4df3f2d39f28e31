import { existsSync } from "node:fs";
import { cp, copyFile, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { dimensionTables, tables, type TableName } from "../../codebook/tables.ts";
import {
  appealsFile,
  datedFolder,
  downloadsFile,
  editionsFile,
  factsFile,
  repliesFile,
  replyRulesFile,
} from "../../edition/editionFiles.ts";
import { readAppeals, readCrossings, readReplies, readReviews } from "../../edition/readEdition.ts";
import { tableFiles } from "../../edition/tableFiles.ts";
import { writeOpenData } from "../catalogues/writeOpenData.ts";
import type { StoredFacts } from "../../model/facts.ts";
import { withRepeats } from "../../model/singleChannel.ts";
import type { DownloadTable } from "../../words/csv.ts";
import { codebookWords } from "../../words/codebookWords.ts";
import { createVoice, type Voice } from "../../words/language.ts";
import { writeApi } from "../api/writeApi.ts";
import { dcatCatalog } from "../catalogues/dcatCatalog.ts";
import { writeOpen311 } from "../catalogues/writeCatalogues.ts";
import { reviewTable } from "../reviews/reviewTable.ts";
import { appealPartitions } from "./appealPartitions.ts";
import { appealRows } from "./appealTable.ts";
import { codebookTable } from "./codebookTable.ts";
import { comparisonTable } from "./comparisonTable.ts";
import { crossingTable } from "./crossingTable.ts";
import { dataPackage } from "./dataPackage.ts";
import { downloadFolder, type DownloadFolder } from "./downloadFolder.ts";
import { remainingTable } from "./remainingTable.ts";
import { mapTable } from "./mapTable.ts";
import { replyFiguresTable, replyGroupsTable, replyTextsTable } from "./replyTables.ts";
import { shiftTable } from "./shiftTable.ts";
import { tableWorkbook } from "./tableWorkbook.ts";
import { monthTable, subjectTable } from "./subjectTable.ts";
import { vocabularyTable } from "./vocabularyTable.ts";
import { riseTable, weekTable } from "./weekTables.ts";

/**
 * Tables that are workbooks, too. A workbook is made whole in memory, so none of those that grow with topics, places and
 * months; and which they are does not depend on how long they are, because an address that was there stays.
 */
const workbooks: ReadonlySet<TableName> = new Set([
  "region",
  "agencies",
  "channels",
  "comparisons",
  "vocabulary",
  "codebook",
]);

/**
 * Writes everything that can be taken away into SITE/data: each table as CSV for machines, CSV for spreadsheets and
 * JSON, the facts whole, the public appeals, and the tables of all editions.
 */
export async function writeDownloads(facts: StoredFacts, editionDir: string, siteDir: string): Promise<void> {
  await writeTables(facts, editionDir, siteDir);
  await copyEditions(editionDir, siteDir);
  await writeOpenData(withRepeats(facts), editionDir, siteDir);
}

/**
 * Writes what is made of the facts and the appeals alone, and tells the edition folder of each file how long it is and its
 * hash, for the pages.
 */
export async function writeTables(facts: StoredFacts, editionDir: string, siteDir: string): Promise<void> {
  const folder = downloadFolder(join(siteDir, "data"));
  await mkdir(folder.path, { recursive: true });
  const voice = createVoice(facts.portal.language);
  for (const [name, dimension] of Object.entries(dimensionTables))
    await writeTable(folder, name as TableName, subjectTable(facts, dimension), voice);
  await writeTable(folder, "months", monthTable(facts), voice);
  await writeTable(folder, "comparisons", comparisonTable(facts), voice);
  const crossings = readCrossings(editionDir);
  await writeTable(folder, "crossings", crossingTable(facts, crossings), voice);
  await writeTable(folder, "shifts", shiftTable(facts), voice);
  await writeTable(folder, "weeks", weekTable(facts), voice);
  await writeTable(folder, "rises", riseTable(facts), voice);
  await writeTable(folder, "remaining", remainingTable(facts, crossings), voice);
  const reviews = readReviews(editionDir);
  if (reviews.periods.length > 0) await writeTable(folder, "reviews", reviewTable(facts, reviews), voice);
  if (facts.map) await writeTable(folder, "map", mapTable(facts), voice);
  if (facts.portal.appeals === "full") {
    await writeAppeals(facts, editionDir, folder, voice);
    const replies = readReplies(editionDir);
    await writeTable(folder, "reply-texts", replyTextsTable(facts, replies), voice);
    await writeTable(folder, "reply-figures", replyFiguresTable(facts, replies), voice);
    await writeTable(folder, "reply-groups", replyGroupsTable(facts, replies), voice);
    await folder.write(repliesFile, JSON.stringify(replies));
    // An edition that was written before rules were published has none.
    if (existsSync(join(editionDir, replyRulesFile)))
      await folder.copy(join(editionDir, replyRulesFile), replyRulesFile);
  }
  await writeTable(folder, "vocabulary", vocabularyTable(facts), voice);
  await writeTable(folder, "codebook", codebookTable(withRepeats(facts)), voice);
  await folder.copy(join(editionDir, factsFile), "facts.json");
  const described = dataPackage(withRepeats(facts), folder.files, voice);
  await folder.write("datapackage.json", `${JSON.stringify(described, null, 2)}\n`);
  await writeApi(withRepeats(facts), siteDir, voice);
  const catalog = dcatCatalog(withRepeats(facts), folder.files, voice);
  await folder.write("catalog.jsonld", `${JSON.stringify(catalog, null, 1)}\n`);
  await writeOpen311(withRepeats(facts), editionDir, siteDir, voice);
  await writeFile(join(editionDir, downloadsFile), JSON.stringify(folder.files));
}

/** Copies the tables of editions, which the edition folder has as they were published. */
export async function copyEditions(editionDir: string, siteDir: string): Promise<void> {
  const folder = join(siteDir, "data", datedFolder);
  await cp(join(editionDir, datedFolder), folder, { recursive: true });
  await copyFile(join(editionDir, editionsFile), join(folder, editionsFile));
}

async function writeTable(
  folder: DownloadFolder,
  name: TableName,
  { header, rows }: DownloadTable,
  voice: Voice,
): Promise<void> {
  const files = tableFiles(folder.path, name, tables[name].columns, voice);
  await files.write(rows);
  for (const file of await files.close()) addTable(folder, name, file, rows.length);
  const objects = rows.map((row) => Object.fromEntries(header.map((column, index) => [column, row[index]])));
  await folder.write(`${name}.json`, JSON.stringify(objects), name, rows.length);
  if (!workbooks.has(name)) return;
  const title = codebookWords(voice.language)(`table.${name}`);
  const sheet = await tableWorkbook(title, tables[name].columns, { header, rows }, voice);
  await folder.write(`${name}.xlsx`, sheet, name, rows.length);
}

async function writeAppeals(
  facts: StoredFacts,
  editionDir: string,
  folder: DownloadFolder,
  voice: Voice,
): Promise<void> {
  const files = tableFiles(folder.path, "appeals", tables.appeals.columns, voice);
  const partitions = appealPartitions(folder.path);
  const row = appealRows(facts);
  let rows = 0;
  for (const group of readAppeals(editionDir)) {
    const cells = group.map(row);
    await files.write(cells);
    partitions.write(group, cells);
    rows += group.length;
  }
  for (const file of await files.close()) addTable(folder, "appeals", file, rows);
  await folder.copy(join(editionDir, appealsFile), "appeals.ndjson", "appeals", rows);
  for (const part of partitions.close()) await folder.note(part.path, "appeals", part.rows);
}

function addTable(
  folder: DownloadFolder,
  table: TableName,
  { name, bytes, sha256 }: { name: string; bytes: number; sha256: string },
  rows: number,
): void {
  folder.add({ path: name, table, rows, bytes, sha256 });
}
