import type { Facts, Measures } from "./facts.ts";
import { regionOf } from "./subjectsOfFacts.ts";

/**
 * Whether any export tells how appeals end: where none does, no page speaks of open and closed ones, not even to say that
 * there are none.
 */
export function tellsClosings(facts: Facts): boolean {
  return isTold(regionOf(facts).periods.all.measures, "closed");
}

/** Whether any export tells when a first reply was given: a text of a reply alone does not. */
export function tellsReplyDates(facts: Facts): boolean {
  return isTold(regionOf(facts).periods.all.measures, "firstReply.median");
}

/** Whether any export tells how long people wait: for a first reply or for a closing. */
export function tellsWaits(facts: Facts): boolean {
  return tellsReplyDates(facts) || isTold(regionOf(facts).periods.all.measures, "closing.median");
}

/** Whether any export tells what appeals came to. */
export function tellsOutcomes(facts: Facts): boolean {
  return isTold(regionOf(facts).periods.all.measures, "outcomes");
}

/** Whether the method page explains a figure: where no export tells of closings, nothing that rests on what is not recorded. */
export function isExplained(facts: Facts, id: string): boolean {
  return tellsClosings(facts) || isTold(regionOf(facts).periods.all.measures, id);
}

/**
 * Whether the exports record what a figure is made of.
 *
 * @param id of its definition: the path of the figure among the measures
 */
export function isTold(measures: Measures, id: string): boolean {
  const [name = "", ...path] = id.split(".");
  if (name === "outcomes" && measures.outcomesAbsent) return isRecorded(measures.outcomesAbsent);
  let value: unknown = name === "openByAge" ? measures.openByAge[0]?.count : measures[name as keyof Measures];
  for (const step of path) {
    if (!isRecorded(value)) return false;
    value = (value as Record<string, unknown> | null | undefined)?.[step];
  }
  return isRecorded(value);
}

function isRecorded(figure: unknown): boolean {
  const { state, reason } = (figure ?? {}) as { state?: string; reason?: string };
  return !(state === "missing" && reason === "not-recorded");
}
