import { isClosed, isOwed } from "./closing.ts";
import { isAnswered, type Replied } from "./firstReply.ts";
import { recordedOf } from "./unreadEvents.ts";

/**
 * done: it happened, and it is known after how many days · waiting: not yet · never: the appeal was closed without it ·
 * undated: it happened, nobody knows when. No state: the export tells nothing of the event.
 */
export const firstReplyStates = ["done", "waiting", "never", "undated"] as const;
export const closingStates = ["done", "waiting", "undated"] as const;

/** How a state stands in a column: 0 for none, else its place among the states, from 1. */
export function stateCode(state: EventStates["firstReplyState"]): number {
  return state === undefined ? 0 : firstReplyStates.indexOf(state) + 1;
}
export const neverCode = stateCode("never");

export interface EventStates {
  firstReplyState?: (typeof firstReplyStates)[number];
  closingState?: (typeof closingStates)[number];
}

/** Waits of an appeal for its events, in days; null where they are not known. */
export interface EventDays {
  readonly firstReplyDays: number | null;
  readonly closingDays: number | null;
}

/**
 * The rules of events, all of them: what an appeal tells of its first reply and of its closing.
 *
 * An appeal left without an answer is never answered: it stays among those that were not, for as long as it was followed. One
 * that its author took back was waited for until then; where nobody knows when, nothing is told. Of one that is owed no answer
 * nothing is told either.
 *
 * @param source which events its source records at all; what it does not record, or what cannot be read, is not waited for
 * @param isDated whether its date of receipt is possible: without one there is no wait
 */
export function eventStates(
  appeal: Replied<unknown> & EventDays,
  source: { firstReply: boolean; closing: boolean },
  isDated: boolean,
): EventStates {
  const { closingDays, firstReplyDays, outcome } = appeal;
  const recorded = recordedOf(appeal, source);
  const closed = isClosed(appeal);
  const happened = (days: number | null) => (days === null || !isDated ? "undated" : "done");
  const states: EventStates = {};
  if (!isOwed(outcome)) return states;
  if (closed) states.closingState = happened(closingDays);
  else if (recorded.closing && isDated) states.closingState = "waiting";
  if (!recorded.firstReply) return states;
  if (isAnswered(appeal)) states.firstReplyState = happened(firstReplyDays);
  else if (!closed && isDated) states.firstReplyState = "waiting";
  else if (isDated && !(outcome === "withdrawn" && closingDays === null)) states.firstReplyState = "never";
  return states;
}

/** What was decided of a published appeal; of one that nobody followed, what its dates and its outcome tell. */
export function toldStates(
  appeal: Replied<unknown> & EventDays & EventStates & { readonly followedUntil?: string | undefined },
): EventStates {
  return appeal.followedUntil === undefined ? eventStates(appeal, { firstReply: true, closing: true }, true) : appeal;
}

/**
 * For how many days the first reply of an appeal was waited for at most.
 *
 * @param followedDays days from receipt to the end of observation
 */
export function replyFollowedDays(
  followedDays: number,
  firstReplyState: EventStates["firstReplyState"],
  outcome: string,
  closingDays: number | null,
): number {
  return firstReplyState === "never" && outcome === "withdrawn" && closingDays !== null
    ? Math.min(followedDays, closingDays)
    : followedDays;
}
