import { none } from "../model/columns.ts";
import { outcomes } from "../model/outcome.ts";

/** Age classes of open appeals in days since receipt, both ends inside; the last has no end. */
export const ageClasses = [
  { from: 0, to: 7 },
  { from: 8, to: 15 },
  { from: 16, to: 30 },
  { from: 31, to: 60 },
  { from: 61, to: 180 },
  { from: 181, to: null },
] as const;

/**
 * What is counted of every appeal, yes or no; rowTallies.ts says when. "first…" and "close…" are the two events,
 * "before…" the same judged as of one year earlier.
 */
const tallied = [
  "received",
  "replyRecorded",
  "answered",
  "closingRecorded",
  "endingRecorded",
  "closed",
  "closedActed",
  "closedActedPlannedExplained",
  "outcomeRecorded",
  "resolutionRecorded",
  "resolutionClosed",
  "openEligible",
  "open",
  "openLate",
  "firstRecorded",
  "firstEligible",
  "firstHappened",
  "firstUndated",
  "firstNormed",
  "firstMature",
  "firstAnswerable",
  "firstSilent",
  "leftByLaw",
  "withdrawnUnanswered",
  "firstJudged",
  "firstInNorm",
  "beforeFirstJudged",
  "beforeFirstInNorm",
  "closeEligible",
  "closeHappened",
  "closeUndated",
  "closeNormed",
  "closeMature",
  "closeJudged",
  "closeInNorm",
  "resolutionJudged",
  "closeActedInNorm",
  "beforeCloseJudged",
  "beforeCloseInNorm",
  "reopeningRecorded",
  "reopenedEligible",
  "reopened",
  "reopeningJudged",
  "reopenedSoon",
  "confirmationRecorded",
  "confirmationEligible",
  "confirmed",
  "registrationRecorded",
  "handedOverEligible",
  "handedOver",
  "ratingRecorded",
  "ratingEligible",
  "ratedClosed",
  "undatedClosing",
  "datedClosing",
  "timedClosing",
  "closedAtOnce",
  "longNormReply",
  "repliedOnLastDay",
  "longNormClosing",
  "closedOnLastDay",
  "massClosing",
  "closedAtExport",
  "replyRead",
  "replyUntold",
  "substanceHappened",
  "substanceUndated",
  "replyTextRecorded",
  "replyTextExpected",
  "closedWithoutReply",
] as const;
export type Tallied = (typeof tallied)[number];

/** Places of the counters in a tally: first the yes-or-no ones, then outcomes, marks 1…5, ages of open ones. */
export const place = {
  ...(Object.fromEntries(tallied.map((name, i) => [name, i])) as Record<Tallied, number>),
  outcome: tallied.length,
  mark: tallied.length + outcomes.length,
  age: tallied.length + outcomes.length + 5,
};
export const tallySize = place.age + ageClasses.length;

/** 32-bit words that the yes-or-no counters of a row take. */
export const wordsPerRow = Math.ceil(tallied.length / 32);

/** What each row adds to a tally, worked out once: its yeses as bits, and the places of its outcome, mark and age (0: none). */
export interface RowTallies {
  readonly bits: Uint32Array;
  readonly outcome: Uint8Array;
  readonly mark: Uint8Array;
  readonly age: Uint8Array;
  /** Days since receipt for open appeals. */
  readonly openDays: Int32Array;
}

/** Adds one row to the tally that begins at `offset`. */
export function addRow(tallies: Uint32Array, offset: number, rows: RowTallies, row: number): void {
  for (let word = 0; word < wordsPerRow; word++) {
    const from = offset + word * 32 + 31;
    for (let left = rows.bits[row * wordsPerRow + word]!; left !== 0; left &= left - 1)
      tallies[from - Math.clz32(left & -left)]! += 1;
  }
  tallies[offset + rows.outcome[row]!]! += 1;
  if (rows.mark[row] !== 0) tallies[offset + rows.mark[row]!]! += 1;
  if (rows.age[row] !== 0) tallies[offset + rows.age[row]!]! += 1;
}

/** Whether a row counts under a name. */
export function countsAs(rows: RowTallies, row: number, name: Tallied): boolean {
  return ((rows.bits[row * wordsPerRow + (place[name] >>> 5)]! >>> (place[name] & 31)) & 1) === 1;
}

/** Counts how often each code occurs; the last place counts the rows without one. */
export function countCode(counts: Uint32Array, offset: number, size: number, code: number): void {
  counts[offset + (code === none ? size : code)]! += 1;
}
