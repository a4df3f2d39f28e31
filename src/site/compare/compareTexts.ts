import type { ChartDefinition } from "../../charts/definition.ts";

/** What the compare page hands to its script: where the files lie, the words, and the empty chart. */
export interface CompareTexts {
  /** Folder of the files of agencies, with a slash at its end. */
  files: string;
  frame: ChartDefinition | null;
  figure: string;
  missing: string;
  unknown: string;
  day: string;
  title: string;
  /** Where fewer than two are chosen. */
  few: string;
  failed: string;
  /** Before the names of those compared. */
  shown: string;
  language: string;
}
