import { type TimedEvent, timedEvents } from "../model/events/event.ts";
import type { Evidence } from "./evidence.ts";
import { type SubjectCounts, subjectCountsFor } from "./subjectCounts.ts";
import { type SubjectWaits, subjectWaitsFor } from "./subjectWaits.ts";
import { survivalRunFor, type SurvivalRun } from "./survivalRun.ts";

/** The appeals of one subject: row numbers, and places among the ordered waits for each event, rising. */
export interface Members extends Readonly<Record<TimedEvent, Uint32Array>> {
  readonly rows: Uint32Array;
}

/** Memory that is used again for every subject. */
export interface Workbench {
  readonly counts: SubjectCounts;
  readonly waits: SubjectWaits;
  readonly run: SurvivalRun;
}

export function workbenchFor(evidence: Evidence): Workbench {
  const largest = Math.max(...timedEvents.map((event) => evidence.waits[event].rows.length));
  return {
    counts: subjectCountsFor(evidence),
    waits: subjectWaitsFor(largest, evidence),
    run: survivalRunFor(largest),
  };
}
