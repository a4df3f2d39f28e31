import type { SourceCompleteness } from "../model/facts.ts";
import type { Finding } from "../model/finding.ts";
import type { SourceField } from "../model/source.ts";
import type { Vocabulary } from "../model/vocabulary.ts";

/** What became of the rows of one table. */
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

/** What the exports of all editions were found to hold, besides their appeals. */
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
