import { type Outcome } from "../outcome.ts";

/** What tells whether an appeal was closed: texts, moments or whatever stands for a date. */
export interface Ending {
  readonly closed: unknown;
  readonly outcome: Outcome;
  /** The source says that it is closed, neither when nor how. */
  readonly closedUndated?: boolean | undefined;
}

/** Closed by a date, by an outcome that ends an appeal, or by a source that says no more than that. */
export function isClosed({ closed, outcome, closedUndated }: Ending): boolean {
  return closed !== null || closedUndated === true || (outcome !== "open" && outcome !== "unknown");
}

/**
 * Whether a closing with this outcome is an answer. An appeal that was left without one, or that its author took back, was
 * closed and never answered.
 */
export function isAnswer(outcome: Outcome): boolean {
  return outcome !== "unanswered" && outcome !== "withdrawn";
}

/** Whether an outcome answers what was asked for: something is done, will be done, or is explained. */
export function isAnswerInSubstance(outcome: Outcome): boolean {
  return outcome === "acted" || outcome === "planned" || outcome === "explained";
}
