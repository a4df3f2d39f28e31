import { type Appeal } from "../model/appeal.ts";
import { type Finding } from "../model/finding.ts";
import { type Portal } from "../model/portal.ts";
import { type Source } from "../model/source.ts";
import { type Vocabulary } from "../model/vocabulary.ts";
import { announceContents } from "./announceContents.ts";
import { civilTimeOf } from "./civilTime.ts";
import { listEditions } from "./editions.ts";
import { type IntakeFile, type IntakeReport } from "./intakeReport.ts";
import { labelFindings } from "./labelFindings.ts";
import { openEdition } from "./openEdition.ts";
import { readingProgress, type ReadingProgress } from "./readingProgress.ts";
import { readOpened, type IntakeRun } from "./readOpened.ts";
import { SourceWatch } from "./sourceWatch.ts";
import { completedVocabulary, openBooks } from "./vocabularyBooks.ts";

export interface IntakeInput {
  exportsDir: string;
  portal: Portal;
  sources: Source[];
  vocabulary: Vocabulary;
  onProgress?: (done: ReadingProgress) => void;
}

/**
 * Reads every export of every edition, in the order of edition, file name and line, and hands the appeals on in
 * batches. Bad rows become findings and never stop the run; a file that cannot be used is a finding of its own
 * (concernsWholeFile), and it is for the caller to stop then.
 *
 * @throws BuildStop where the exports folder is missing, empty or wrongly named inside
 */
export async function readExports(
  { exportsDir, portal, sources, vocabulary, onProgress }: IntakeInput,
  onBatch: (appeals: Appeal[]) => void,
): Promise<IntakeReport> {
  const editions = await listEditions(exportsDir);
  const run: IntakeRun = {
    vocabulary,
    books: openBooks(vocabulary),
    civil: civilTimeOf(portal.timeZone),
    watch: new SourceWatch(),
    numbers: new Map(),
  };
  const files: IntakeFile[] = [];
  const findings: Finding[] = [];
  const progress = await readingProgress(
    exportsDir,
    editions.flatMap(({ date, files: names }) => names.map((name) => `${date}/${name}`)),
    onProgress,
  );

  for (const edition of editions) {
    let rows = 0;
    const tables = await openEdition(exportsDir, edition, sources, (file) => (bytes) => progress(file, bytes, rows));
    const contentIds = await announceContents(tables);
    for (const opened of tables) {
      const counts = nothingRead(edition.date, opened.file);
      if (opened.file !== "") files.push(counts);
      if (opened.readable)
        await readOpened(run, opened, opened.readable, contentIds, counts, (appeals) => {
          rows = counts.read;
          onBatch(appeals);
        });
      findings.push(...opened.ledger.findings());
    }
  }
  const lastEdition = editions.at(-1)?.date ?? "";
  const { findings: watched, ...ofSources } = run.watch.finish(lastEdition);
  const passed = files.reduce((sum, file) => sum + file.passed, 0);
  return {
    editions: editions.map(({ date }) => date),
    files,
    findings: [...findings, ...watched, ...labelFindings(run.books, passed, lastEdition)],
    vocabulary: completedVocabulary(vocabulary, run.books, portal.privacy.unlistedTopics),
    regroupedTopics: run.books.topics.regrouped,
    ...ofSources,
  };
}

function nothingRead(edition: string, file: string): IntakeFile {
  return { edition, file, source: "", encoding: "", delimiter: "", read: 0, passed: 0, rejected: 0 };
}
