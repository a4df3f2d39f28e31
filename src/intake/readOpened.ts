import type { Appeal } from "../model/appeal.ts";
import type { Vocabulary } from "../model/vocabulary.ts";
import { AppealNumbers, LostDigits } from "./appealNumber.ts";
import { appealReader } from "./appealReader.ts";
import type { CivilTime } from "./civilTime.ts";
import { ContentIds } from "./contentId.ts";
import { FileFault } from "./fileFault.ts";
import type { FindingLedger } from "./findingLedger.ts";
import { isFullPage } from "./fullPage.ts";
import { SwapWatch } from "./halfSwapped.ts";
import type { IntakeFile } from "./intakeReport.ts";
import { fieldsOf, type OpenedTable, type Readable } from "./openEdition.ts";
import { readTable } from "./readTable.ts";
import type { SourceWatch } from "./sourceWatch.ts";
import type { Books } from "./vocabularyBooks.ts";
import { wordBook } from "./words.ts";

/** So many rows with the same text, dates and all are no chance. */
const fewestIdentical = 10;

/** What is known of all tables of a run. */
export interface IntakeRun {
  vocabulary: Vocabulary;
  books: Books;
  civil: CivilTime;
  watch: SourceWatch;
  /** Of each source, by its name. */
  numbers: Map<string, AppealNumbers>;
}

/**
 * Reads the rows of one table to their end and hands its appeals on in batches. What makes the table as a whole unusable
 * is told to its ledger.
 *
 * @param contentIds of each source, by its name, with the rows of this edition announced
 * @param counts of this table, counted up as rows are read
 */
export async function readOpened(
  run: IntakeRun,
  { file, ledger }: OpenedTable,
  readable: Readable,
  contentIds: ReadonlyMap<string, ContentIds>,
  counts: IntakeFile,
  onBatch: (appeals: Appeal[]) => void,
): Promise<void> {
  const { source, table, columns, orders } = readable;
  Object.assign(counts, { source: source.name, encoding: table.encoding, delimiter: table.delimiter });
  const watchAppeal = run.watch.enter(source, fieldsOf(readable), counts.edition, file);
  const swaps = new SwapWatch();
  const digits = new LostDigits();
  const ids = contentIds.get(source.name) ?? new ContentIds();
  tellCopies(ids, file, readable, ledger);
  const read = appealReader({
    source,
    edition: counts.edition,
    file,
    width: table.header.length,
    columns,
    orders,
    books: run.books,
    words: wordBook(source, run.vocabulary),
    civil: run.civil,
    contentIds: ids,
    numbers: numbersOf(source.name, run),
    digits,
    ledger,
  });
  try {
    await readTable(readable, read, counts, ledger, (appeals) => {
      for (const appeal of appeals) {
        watchAppeal(appeal);
        swaps.add(appeal.id, appeal.received.day);
      }
      onBatch(appeals);
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

/** Tells of rows that stand in another table as well, or twice in this one. */
function tellCopies(ids: ContentIds, file: string, { source, columns }: Readable, ledger: FindingLedger): void {
  const copied = ids.copiedRows(file);
  if (copied > 0) ledger.add("ROWS_IN_TWO_TABLES", undefined, undefined, copied);
  const identical = columns.text === undefined || source.identicalRows !== undefined ? 0 : ids.identicalRows(file);
  if (identical >= fewestIdentical) ledger.add("ROWS_IDENTICAL", undefined, undefined, identical);
}

function numbersOf(source: string, { numbers }: IntakeRun): AppealNumbers {
  let own = numbers.get(source);
  if (own === undefined) numbers.set(source, (own = new AppealNumbers()));
  return own;
}
