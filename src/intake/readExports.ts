import { stat } from "node:fs/promises";
import { join } from "node:path";
import { type Appeal } from "../model/appeal.ts";
import { type Finding } from "../model/finding.ts";
import { type Portal } from "../model/portal.ts";
import { type Source, type SourceField } from "../model/source.ts";
import { type Vocabulary } from "../model/vocabulary.ts";
import { appealReader } from "./appealReader.ts";
import { civilTimeOf } from "./civilTime.ts";
import { claimsOn } from "./claim.ts";
import { ContentIds } from "./contentId.ts";
import { listEditions } from "./editions.ts";
import { FileFault } from "./fileFault.ts";
import { FindingLedger } from "./findingLedger.ts";
import { matchHeader } from "./headerMatch.ts";
import { openCsv } from "./openCsv.ts";
import { completedVocabulary, openBooks } from "./vocabularyBooks.ts";

export interface IntakeInput {
  exportsDir: string;
  portal: Portal;
  sources: Source[];
  vocabulary: Vocabulary;
  /** bytes and totalBytes count the files as they lie on the disk, all of them together; rows those of this file. */
  onProgress?: (done: { file: string; bytes: number; totalBytes: number; rows: number }) => void;
}

export interface IntakeFile {
  edition: string;
  /** Name inside the edition folder. */
  file: string;
  source: string;
  encoding: string;
  delimiter: string;
  /** read = passed + rejected. Blank lines are no rows. */
  read: number;
  passed: number;
  rejected: number;
}

export interface IntakeReport {
  editions: string[];
  files: IntakeFile[];
  findings: Finding[];
  /** The given vocabulary with entries for labels that it does not list. */
  vocabulary: Vocabulary;
  /** Which fields the mapping of each source feeds. */
  recorded: Record<string, SourceField[]>;
}

const batchSize = 4096;

/**
 * Reads every export of every edition, in the order of edition, file name and line, and hands the appeals on in
 * batches. Bad rows become findings and never stop the run; a file that cannot be used is a finding of its own
 * (concernsWholeFile), and it is for the caller to stop then.
 *
 * @throws BuildStop where the exports folder is missing, empty or wrongly named inside
 */
export async function readExports(input: IntakeInput, onBatch: (appeals: Appeal[]) => Promise<void>): Promise<IntakeReport> {
  const { exportsDir, portal, sources, vocabulary } = input;
  const editions = await listEditions(exportsDir);
  const books = openBooks(vocabulary);
  const civil = civilTimeOf(portal.timeZone);
  const files: IntakeFile[] = [];
  const findings: Finding[] = [];
  const recorded: Record<string, SourceField[]> = {};
  const progress = await progressOver(exportsDir, editions.flatMap(({ date, files: names }) => names.map((name) => `${date}/${name}`)), input.onProgress);

  for (const { date: edition, files: names, folders } of editions) {
    for (const folder of folders) findings.push({ code: "FILE_UNCLAIMED", file: `${edition}/${folder}` });
    const contentIds = new Map<string, ContentIds>();
    for (const name of names) {
      const file = `${edition}/${name}`;
      const ledger = new FindingLedger(file);
      const counts: IntakeFile = { edition, file: name, source: "", encoding: "", delimiter: "", read: 0, passed: 0, rejected: 0 };
      try {
        const [source, ...others] = claimsOn(name, sources);
        if (!source) throw new FileFault("FILE_UNCLAIMED");
        if (others.length > 0) throw new FileFault("FILE_CLAIMED_TWICE");
        counts.source = source.name;
        const table = await openCsv(join(exportsDir, edition, name), source, (bytes) => progress(file, bytes, counts.read));
        counts.encoding = table.encoding;
        counts.delimiter = table.delimiter;
        const { columns, missing, unread } = matchHeader(table.header, source);
        const [absent] = missing;
        if (absent !== undefined) throw new FileFault("COLUMN_MISSING", undefined, absent);
        for (const index of unread) ledger.add("COLUMN_UNREAD", table.headerLine, String(index + 1));
        recorded[source.name] = Object.keys(columns) as SourceField[];

        let ids = contentIds.get(source.name);
        if (ids === undefined) contentIds.set(source.name, (ids = new ContentIds()));
        const read = appealReader({ source, edition, file: name, width: table.header.length, columns, books, civil, contentIds: ids, ledger });
        let batch: Appeal[] = [];
        for await (const { lines, rows, brokenQuotes } of table.rows()) {
          for (const line of brokenQuotes) ledger.add("QUOTE_BROKEN", line);
          for (const [index, cells] of rows.entries()) {
            const line = lines[index] ?? 0;
            if (line <= table.headerLine || cells.every((cell) => cell.trim() === "")) continue;
            counts.read += 1;
            const appeal = read(line, cells);
            if (appeal === null) {
              counts.rejected += 1;
              continue;
            }
            counts.passed += 1;
            if (batch.push(appeal) >= batchSize) {
              await onBatch(batch);
              batch = [];
            }
          }
        }
        if (batch.length > 0) await onBatch(batch);
        if (counts.read === 0) throw new FileFault("FILE_EMPTY");
      } catch (cause) {
        if (!(cause instanceof FileFault)) throw cause;
        ledger.add(cause.code, cause.line, cause.column);
      }
      files.push(counts);
      findings.push(...ledger.findings());
    }
  }
  return { editions: editions.map(({ date }) => date), files, findings, vocabulary: completedVocabulary(vocabulary, books), recorded };
}

async function progressOver(exportsDir: string, files: readonly string[], tell: IntakeInput["onProgress"]): Promise<(file: string, bytes: number, rows: number) => void> {
  if (!tell) return () => undefined;
  const sizes = await Promise.all(files.map(async (file) => (await stat(join(exportsDir, file))).size));
  const totalBytes = sizes.reduce((sum, size) => sum + size, 0);
  let bytes = 0;
  return (file, more, rows) => {
    bytes += more;
    tell({ file, bytes, totalBytes, rows });
  };
}
