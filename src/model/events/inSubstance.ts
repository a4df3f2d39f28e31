import { isAnswer, isClosed, isOwed } from "./closing.ts";
import type { EventDays } from "./eventStates.ts";
import { isAnswered, type Replied } from "./firstReply.ts";
import { recordedOf } from "./unreadEvents.ts";

/**
 * The second of the two first reactions: the first reply that says more than that the appeal was taken in, handed on, will be looked
 * at, or was closed on somebody's word. done, waiting, never, undated: as of the first reply · untold: somebody replied, and the text
 * is not there, or says that the answer was given in another way, so nobody can tell which kind of reply it was. No state: nothing is
 * told of the event.
 */
export const inSubstanceStates = ["done", "waiting", "never", "undated", "untold"] as const;
export type InSubstanceState = (typeof inSubstanceStates)[number];

/** How a state stands in a column: 0 for none, else its place among the states, from 1. */
export function inSubstanceCode(state: InSubstanceState | undefined): number {
  return state === undefined ? 0 : inSubstanceStates.indexOf(state) + 1;
}

/**
 * What a reply says as a whole: something about the matter, or no more than that the appeal was taken in. Null: its text is not there,
 * or nobody here can read it, or it says that the matter was answered by telephone, by letter or before. "withheld": the texts of the
 * appeal are held back, so nothing is told of what they say.
 */
export type ReplySays = "substance" | "acknowledges" | "withheld" | null;

/** When an appeal was answered in substance, or why that is not told. */
export interface InSubstance {
  readonly state: InSubstanceState | undefined;
  /** Days from receipt; null where it is not done. */
  readonly days: number | null;
}

const nothingTold: InSubstance = { state: undefined, days: null };

/**
 * The rule of the second clock. An export has one text for an appeal, the last that was sent: it belongs to the closing where that is
 * an answer, else to the first reply. So the date is the latest at which the answer can have been given. A reply that only
 * acknowledges starts no second clock: an appeal that was closed with one was never answered in substance, one that is open still
 * waits. A bare «выполнено» is an answer, whatever it is worth: it says that the matter is done.
 *
 * @param source which events its source records at all
 * @param isDated whether its date of receipt is possible
 */
export function inSubstanceOf(
  appeal: Replied<unknown> & EventDays,
  says: ReplySays,
  source: { readonly firstReply: boolean; readonly closing: boolean },
  isDated: boolean,
): InSubstance {
  const { outcome, closingDays, firstReplyDays } = appeal;
  if (!isOwed(outcome) || says === "withheld" || !recordedOf(appeal, source).firstReply || !isDated) return nothingTold;
  const closed = isClosed(appeal);
  const isOver = closed && !(outcome === "withdrawn" && closingDays === null);
  const notYet: InSubstance = !closed
    ? { state: "waiting", days: null }
    : isOver
      ? { state: "never", days: null }
      : nothingTold;
  if (!isAnswered(appeal)) return notYet;
  if (says === null) return { state: "untold", days: null };
  if (says === "acknowledges") return notYet;
  const days = closed && isAnswer(outcome) ? closingDays : firstReplyDays;
  return days === null ? { state: "undated", days } : { state: "done", days };
}
