import { stat } from "node:fs/promises";
import { join } from "node:path";
import { type Appeal } from "../model/appeal.ts";
import { type SourceCompleteness } from "../model/facts.ts";
import { type Finding } from "../model/finding.ts";
import { type Portal } from "../model/portal.ts";
import { type Source, type SourceField } from "../model/source.ts";
import { type Vocabulary } from "../model/vocabulary.ts";
import { AppealNumbers, LostDigits } from "./appealNumber.ts";
import { appealReader } from "./appealReader.ts";
import { civilTimeOf } from "./civilTime.ts";
import { ContentIds } from "./contentId.ts";
import { listEditions } from "./editions.ts";
import { isFullPage } from "./fullPage.ts";
import { FileFault } from "./fileFault.ts";
import { SwapWatch } from "./halfSwapped.ts";
import { tooManyLabels } from "./labelBook.ts";
import { fieldsOf, openEdition, type OpenedTable } from "./openEdition.ts";
import { dataRows, readTable } from "./readTable.ts";
import { SourceWatch } from "./sourceWatch.ts";
import { type Books, completedVocabulary, openBooks } from "./vocabularyBooks.ts";
import { wordBook } from "./words.ts";

/** So many rows with the same text, dates and all are no chance. */
const fewestIdentical = 10;

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
  /** Name inside the edition folder, with "#2" for the second table of a workbook or archive. */
  file: string;
  /** Name of the source, or of the preset that recognised the file; "" where nothing did. */
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
  /** What the mapping of each source lacks, and the portal will be silent about. */
  lacking: Record<string, SourceField[]>;
  /** The first edition in which a column fed each of them. */
  recordedSince: Record<string, Partial<Record<SourceField, string>>>;
  /** Topics that some rows carry without their group: the code that an appeal was given, and the one it belongs under. */
  regroupedTopics: Map<string, string>;
  /** Sources that export only what is new or changed. */
  deltas: string[];
  /** How whole the newest export of each source is, for the portal's data page; by name of the source. */
  completeness: SourceCompleteness[];
}

/**
 * Reads every export of every edition, in the order of edition, file name and line, and hands the appeals on in
 * batches. Bad rows become findings and never stop the run; a file that cannot be used is a finding of its own
 * (concernsWholeFile), and it is for the caller to stop then.
 *
 * @throws BuildStop where the exports folder is missing, empty or wrongly named inside
 */
export async function readExports(
  input: IntakeInput,
  onBatch: (appeals: Appeal[]) => Promise<void>,
): Promise<IntakeReport> {
  const { exportsDir, portal, sources, vocabulary } = input;
  const editions = await listEditions(exportsDir);
  const books = openBooks(vocabulary);
  const civil = civilTimeOf(portal.timeZone);
  const watch = new SourceWatch();
  const numbers = new Map<string, AppealNumbers>();
  const files: IntakeFile[] = [];
  const findings: Finding[] = [];
  const progress = await progressOver(
    exportsDir,
    editions.flatMap(({ date, files: names }) => names.map((name) => `${date}/${name}`)),
    input.onProgress,
  );

  for (const edition of editions) {
    let rows = 0;
    const tables = await openEdition(exportsDir, edition, sources, (file) => (bytes) => progress(file, bytes, rows));
    const contentIds = await announceContents(tables);
    for (const { file, ledger, readable } of tables) {
      const counts: IntakeFile = {
        edition: edition.date,
        file,
        source: "",
        encoding: "",
        delimiter: "",
        read: 0,
        passed: 0,
        rejected: 0,
      };
      if (file !== "") files.push(counts);
      if (readable) {
        const { source, table, columns, orders } = readable;
        counts.source = source.name;
        counts.encoding = table.encoding;
        counts.delimiter = table.delimiter;
        const watchAppeal = watch.enter(source, fieldsOf(readable), edition.date, file);
        const swaps = new SwapWatch();
        const words = wordBook(source, vocabulary);
        const digits = new LostDigits();
        const ids = contentIds.get(source.name) ?? new ContentIds();
        const copied = ids.copiedRows(file);
        if (copied > 0) ledger.add("ROWS_IN_TWO_TABLES", undefined, undefined, copied);
        const identical =
          columns.text === undefined || source.identicalRows !== undefined ? 0 : ids.identicalRows(file);
        if (identical >= fewestIdentical) ledger.add("ROWS_IDENTICAL", undefined, undefined, identical);
        let ownNumbers = numbers.get(source.name);
        if (ownNumbers === undefined) numbers.set(source.name, (ownNumbers = new AppealNumbers()));
        const read = appealReader({
          source,
          edition: edition.date,
          file,
          width: table.header.length,
          columns,
          orders,
          books,
          words,
          civil,
          contentIds: ids,
          numbers: ownNumbers,
          digits,
          ledger,
        });
        try {
          await readTable(readable, read, counts, ledger, async (appeals) => {
            rows = counts.read;
            for (const appeal of appeals) {
              watchAppeal(appeal);
              swaps.add(appeal.id, appeal.received.day);
            }
            await onBatch(appeals);
          });
          if (counts.read === 0) throw new FileFault("FILE_EMPTY");
          if (isFullPage(counts.read)) ledger.add("ROWS_ROUND", undefined, undefined, counts.read);
          if (digits.lost) throw new FileFault("NUMBERS_ROUNDED", digits.line, "id");
          if (swaps.halfSwapped) throw new FileFault("DATE_HALF_SWAPPED", undefined, "received");
        } catch (cause) {
          if (!(cause instanceof FileFault)) throw cause;
          ledger.addFault(cause);
        }
      }
      findings.push(...ledger.findings());
    }
  }
  const lastEdition = editions.at(-1)?.date ?? "";
  const watched = watch.finish(lastEdition);
  const joined = joinedLabels(books);
  const labels = tooManyLabels(
    books,
    files.reduce((sum, { passed }) => sum + passed, 0),
  );
  return {
    editions: editions.map(({ date }) => date),
    files,
    findings: [
      ...findings,
      ...watched.findings,
      ...labels.map((column): Finding => ({ code: "LABELS_TOO_MANY", file: lastEdition, column })),
      ...joined.map(({ column, count }): Finding => ({
        code: "LABELS_JOINED",
        file: lastEdition,
        column,
        ...(count === 1 ? {} : { count }),
      })),
    ],
    vocabulary: completedVocabulary(vocabulary, books, portal.privacy.unlistedTopics),
    regroupedTopics: books.topics.regrouped,
    recorded: watched.recorded,
    recordedSince: watched.recordedSince,
    lacking: watched.lacking,
    deltas: watched.deltas,
    completeness: watched.completeness,
  };
}

/** Content ids per source, with every row of the edition announced that has no number of its own. */
async function announceContents(tables: readonly OpenedTable[]): Promise<Map<string, ContentIds>> {
  const bySource = new Map<string, ContentIds>();
  for (const { file, readable } of tables) {
    if (!readable) continue;
    const { source, columns } = readable;
    let ids = bySource.get(source.name);
    if (ids === undefined) bySource.set(source.name, (ids = new ContentIds(source.identicalRows)));
    // Where there is a column of numbers, only few rows are without one, and they are not looked for in advance.
    if (columns.id !== undefined) continue;
    try {
      for await (const { rows } of dataRows(readable, false))
        for (const cells of rows) ids.announce(cells, columns, file);
    } catch (cause) {
      // It will be told when the rows are read.
      if (!(cause instanceof FileFault)) throw cause;
    }
  }
  return bySource;
}

/** The lists of which some rows name several entries in one cell, with the number of these rows. */
function joinedLabels({ agencies, topics, places }: Books): { column: SourceField; count: number }[] {
  return (
    [
      ["agency", agencies],
      ["topic", topics],
      ["place", places],
    ] as const
  )
    .map(([column, book]) => ({ column, count: book.joined }))
    .filter(({ count }) => count > 0);
}

async function progressOver(
  exportsDir: string,
  files: readonly string[],
  tell: IntakeInput["onProgress"],
): Promise<(file: string, bytes: number, rows: number) => void> {
  if (!tell) return () => undefined;
  const sizes = await Promise.all(files.map(async (file) => (await stat(join(exportsDir, file))).size));
  const totalBytes = sizes.reduce((sum, size) => sum + size, 0);
  let bytes = 0;
  return (file, more, rows) => {
    bytes += more;
    tell({ file, bytes, totalBytes, rows });
  };
}
