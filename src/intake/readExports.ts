import type { Appeal } from "../model/appeal.ts";
import type { Portal } from "../model/portal.ts";
import type { Source } from "../model/source.ts";
import type { Vocabulary } from "../model/vocabulary.ts";
import { announceContents } from "./announceContents.ts";
import { civilTimeOf } from "./civilTime.ts";
import { editionMarks, learntAsBytes, learntOf, type EditionMemory } from "./editionMemory.ts";
import { listEditions } from "./editions.ts";
import type { IntakeFile, IntakeReport } from "./intakeReport.ts";
import { labelFindings } from "./labelFindings.ts";
import { openEdition } from "./openEdition.ts";
import { readingProgress, type ReadingProgress } from "./readingProgress.ts";
import { readOpened, type IntakeRun } from "./readOpened.ts";
import { completedVocabulary } from "./vocabularyBooks.ts";

export interface IntakeInput {
  exportsDir: string;
  portal: Portal;
  sources: Source[];
  vocabulary: Vocabulary;
  onProgress?: (done: ReadingProgress) => void;
  /** Left out: every edition is read. */
  memory?: EditionMemory | null;
}

/**
 * Reads every export of every edition, in the order of edition, file name and line, and hands the appeals on in
 * batches. Bad rows become findings and never stop the run; a file that cannot be used is a finding of its own
 * (concernsWholeFile), and it is for the caller to stop then.
 *
 * @throws BuildStop where the exports folder is missing, empty or wrongly named inside
 */
export async function readExports(input: IntakeInput, onBatch: (appeals: Appeal[]) => void): Promise<IntakeReport> {
  const { exportsDir, portal, sources, vocabulary, onProgress, memory = null } = input;
  const editions = await listEditions(exportsDir);
  const marks = memory === null ? [] : await editionMarks(editions, input);
  const known = (await memory?.resume(marks)) ?? null;
  const learnt = learntOf(known?.learnt ?? null, vocabulary);
  const { files, findings } = learnt;
  const run: IntakeRun = { ...learnt.run, vocabulary, civil: civilTimeOf(portal.timeZone) };
  const unread = editions.slice(known?.editions ?? 0);
  const progress = await readingProgress(
    exportsDir,
    unread.flatMap(({ date, files: names }) => names.map((name) => `${date}/${name}`)),
    onProgress,
  );

  for (const [at, edition] of unread.entries()) {
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
    await memory?.keep(marks[editions.length - unread.length + at]!, edition.date, () => learntAsBytes(learnt));
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
