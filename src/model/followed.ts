import { z } from "zod";
import { closingStates, firstReplyStates } from "./events/eventStates.ts";
import { localTime } from "./localTime.ts";
import { daysBetween, formatMoment, type Moment } from "./moment.ts";
import { zoneOffsets } from "./zoneOffset.ts";

/**
 * What the figures of times take from an appeal beside its waits: published with it, so that anybody can compute them
 * anew from the table of appeals.
 */
export const followedSchema = z.strictObject({
  /** Until when the appeal was followed, as far as its export proves (endOfObservation): an open one has waited until then. */
  followedUntil: z.string(),
  /** What the rules of events decided (events/eventStates.ts), for everybody to read; absent where the export tells nothing of the event. */
  firstReplyState: z.enum(firstReplyStates).optional(),
  closingState: z.enum(closingStates).optional(),
});
export type Followed = z.infer<typeof followedSchema>;

/** The latest events that a source knew at an edition; none of them later than the day of its export. */
export interface LastEvents {
  /** Civil day of the last of them. */
  readonly day: number;
  /** The last instant among them, in milliseconds since 1970-01-01T00:00Z; null where only dates are known. */
  readonly instant: number | null;
}

const minute = 60_000;

/**
 * The one rule of when observation ends: where times are known, at the last event that the file holds, or at the instant
 * that the settings name where that is later; never after the day of its folder. A folder's date says nothing of the hour
 * at which its files were written: an appeal received in the last hours would be said to have waited until midnight. Where
 * only dates are known it ends with the day of the folder, and waits are differences of days.
 *
 * @param exported civil day of the export
 * @param last what the source knew at that edition; null where it knew nothing
 * @param complete the instant up to which the settings say that the export is complete
 * @returns to the full minute, as moments are published, so that anybody can compute with it; the instant is null where only dates are known
 */
export function endOfObservation(
  exported: number,
  last: LastEvents | null,
  complete: number | null,
  timeZone: string,
): Moment {
  const zone = localTime(timeZone);
  if (last === null || last.instant === null) return { day: exported, instant: null };
  // What happened on a later day happened after that day had begun.
  const proven = Math.max(last.instant, zone.instantOf(last.day, 0), complete ?? -Infinity);
  const instant = Math.min(Math.ceil(proven / minute) * minute, zone.instantOf(exported + 1, 0) - minute);
  return { day: zone.dayOf(instant), instant };
}

/** A moment as the downloads write it. */
export function followedUntilText(until: Moment, timeZone: string): string {
  return formatMoment(until, until.instant === null ? 0 : zoneOffsets(timeZone)(until.instant));
}

/** Days from receipt to the end of observation, rounded like all waits to 1e-5 (under a second). */
export function daysFollowed(received: Moment, until: Moment): number {
  return Math.max(0, Math.round(daysBetween(received, until) * 1e5) / 1e5);
}
