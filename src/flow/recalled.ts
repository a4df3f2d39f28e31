import type { IntakeReport } from "../intake/intakeReport.ts";
import type { AppealColumns } from "../model/columns.ts";
import type { EditionFigure } from "../model/editions.ts";
import type { FileCounts } from "../model/facts.ts";
import type { Vocabulary } from "../model/vocabulary.ts";
import type { GroupPlan } from "../privacy/groupPlan.ts";
import type { Settings } from "../settings/readSettings.ts";
import type { AppealStore } from "../store/appealStore.ts";
import type { Observation } from "../measure/columns/columnsBuilder.ts";
import type { ObservationRules } from "./observations.ts";
import type { PastMemory } from "./pastMemory.ts";
import type { PastRules } from "./portalGate.ts";

/** Gives the figures that an edition had when it was published, if they are still to be had and were made of the same files. */
export type FiguresPublished = (date: string, inputs: string) => Promise<EditionFigure[] | null>;

/** What past editions are recalled from. */
export interface Recalled {
  settings: Settings;
  intake: IntakeReport;
  /** The files of the exports with what is published of their rows. */
  files: readonly FileCounts[];
  /** The vocabulary without personal data. */
  vocabulary: Vocabulary;
  store: AppealStore;
  /** The appeals of the newest edition. */
  columns: AppealColumns;
  rules: PastRules;
  observed: ObservationRules;
  /** By public id: appeals that are not published. */
  down: ReadonlyMap<string, unknown>;
  /** Folder of the edition, into which the changes of single appeals are written. */
  editionDir: string;
  /** Is told of every appeal that changed between two editions. */
  onChanges: (more: number) => void;
  /** What was worked out of past editions in builds before. */
  memory: PastMemory;
  /** What an edition's figures were when it was published, where the site that is replaced still has them. */
  published: FiguresPublished;
}

/** An edition with what was done at it with small groups, and what its sources recorded. */
export interface EditionAtHand {
  date: string;
  plan: GroupPlan;
  /** Which events each source recorded by then. */
  observations: ReadonlyMap<string, Observation>;
}
