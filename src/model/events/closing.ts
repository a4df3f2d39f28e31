import type { Outcome } from "../outcome.ts";

/** What tells whether an appeal was closed: texts, moments or whatever stands for a date. */
export interface Ending {
  readonly closed: unknown;
  readonly outcome: Outcome;
  /** The source says that it is closed, neither when nor how. */
  readonly closedUndated?: boolean | undefined;
}

/**
 * Whether an appeal is owed an answer. One that the vocabulary says is not (thanks) is counted apart: as received, and in no
 * other figure, neither open nor closed, neither answered nor waiting.
 */
export function isOwed(outcome: Outcome): boolean {
  return outcome !== "unowed";
}

/** Closed by a date, by an outcome that ends an appeal, or by a source that says no more than that. */
export function isClosed({ closed, outcome, closedUndated }: Ending): boolean {
  return (
    isOwed(outcome) && (closed !== null || closedUndated === true || (outcome !== "open" && outcome !== "unknown"))
  );
}

/**
 * Whether a closing with this outcome is an answer. An appeal that was left without one, or that its author took back, was
 * closed and never answered; one that is owed none has no answer to wait for.
 */
export function isAnswer(outcome: Outcome): boolean {
  return isOwed(outcome) && outcome !== "unanswered" && outcome !== "withdrawn";
}

/** Whether an outcome answers what was asked for: something is done, will be done, or is explained. */
export function isAnswerInSubstance(outcome: Outcome): boolean {
  return outcome === "acted" || outcome === "planned" || outcome === "explained";
}
