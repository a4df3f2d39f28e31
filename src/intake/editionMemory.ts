import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import type { Finding } from "../model/finding.ts";
import type { Portal } from "../model/portal.ts";
import type { Source } from "../model/source.ts";
import type { Vocabulary } from "../model/vocabulary.ts";
import { AppealNumbers } from "./appealNumber.ts";
import type { EditionFolder } from "./editions.ts";
import type { IntakeFile } from "./intakeReport.ts";
import { dataSetFiles } from "./format/dataSet.ts";
import { officialWords, presets } from "./presets.ts";
import type { IntakeRun } from "./readOpened.ts";
import { SourceWatch } from "./sourceWatch.ts";
import { openBooks, type KeptLabels } from "./vocabularyBooks.ts";

/**
 * Keeps what was read of editions from build to build. What an edition is read as depends on all before it (numbers that
 * were written in another way, labels, what has vanished since), so it is known by a mark that stands for all of them.
 */
export interface EditionMemory {
  /**
   * Takes over the rows of the longest beginning of the editions that is remembered whole, and forgets all that is not of
   * these editions.
   *
   * @param marks of the editions, the oldest first
   * @returns how many editions that is, and what had been learnt when they were read; null: none is remembered
   */
  resume: (marks: readonly string[]) => Promise<{ editions: number; learnt: Uint8Array } | null>;
  /** Keeps the rows of an edition that was just read; learnt gives what has been learnt so far. */
  keep: (mark: string, edition: string, learnt: () => Uint8Array) => Promise<void>;
}

/** What reading some editions leaves behind beside their rows. */
export interface Learnt {
  files: IntakeFile[];
  findings: Finding[];
  run: Pick<IntakeRun, "books" | "watch" | "numbers">;
}

/** The same as plain values. */
interface Kept {
  files: IntakeFile[];
  findings: Finding[];
  labels: KeptLabels;
  watch: SourceWatch["kept"];
  numbers: Map<string, AppealNumbers["kept"]>;
}

export function learntAsBytes({ files, findings, run: { books, watch, numbers } }: Learnt): Uint8Array {
  const kept: Kept = {
    files,
    findings,
    labels: { agencies: books.agencies.kept, topics: books.topics.kept, places: books.places.kept },
    watch: watch.kept,
    numbers: new Map([...numbers].map(([source, own]) => [source, own.kept])),
  };
  return serialize(kept);
}

/** @param bytes made by learntAsBytes, or null: nothing was learnt yet */
export function learntOf(bytes: Uint8Array | null, vocabulary: Vocabulary): Learnt {
  const kept = bytes && (deserialize(bytes) as Kept);
  return {
    files: kept?.files ?? [],
    findings: kept?.findings ?? [],
    run: {
      books: openBooks(vocabulary, kept?.labels),
      watch: new SourceWatch(kept?.watch),
      numbers: new Map([...(kept?.numbers ?? [])].map(([source, own]) => [source, new AppealNumbers(own)])),
    },
  };
}

/** Where the exports lie, and what decides how they are read. */
interface ReadBy {
  exportsDir: string;
  portal: Pick<Portal, "timeZone">;
  sources: readonly Source[];
  vocabulary: Vocabulary;
}

/** A mark for each edition: of all files of it and of those before, and of everything that decides how they are read but the code. */
export async function editionMarks(
  editions: readonly EditionFolder[],
  { exportsDir, portal, sources, vocabulary }: ReadBy,
): Promise<string[]> {
  const rules = [portal.timeZone, sources, vocabulary, presets(), officialWords()];
  let mark = createHash("sha256").update(JSON.stringify(rules)).digest("hex");
  const marks: string[] = [];
  for (const { date, files, folders } of editions) {
    const hash = createHash("sha256").update(JSON.stringify([mark, date, folders]));
    for (const name of files)
      for (const file of await partsOf(join(exportsDir, date, name)))
        hash.update(`\u0000${name}/${file}\u0000${await contentHash(join(exportsDir, date, name, file))}`);
    marks.push((mark = hash.digest("hex")));
  }
  return marks;
}

/** The files of a data set; of a file that is one itself, nothing below it. */
async function partsOf(path: string): Promise<string[]> {
  const isFolder = (await stat(path).catch(() => null))?.isDirectory() ?? false;
  return (isFolder ? await dataSetFiles(path) : null) ?? [""];
}

/** "" for what cannot be read: it will be told when it is opened. */
async function contentHash(path: string): Promise<string> {
  const hash = createHash("sha256");
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(chunk as Buffer);
  } catch {
    return "";
  }
  return hash.digest("hex");
}
