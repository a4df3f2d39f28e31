import { z } from "zod";
import { closingStates, firstReplyStates } from "./events/eventStates.ts";
import { daysBetween, type Moment, millisecondsPerDay } from "./moment.ts";

/**
 * What the figures of times take from an appeal beside its waits: published with it, so that anybody can compute them
 * anew from the table of appeals.
 */
export const followedSchema = z.strictObject({
  /** The day of the export up to which the appeal was followed: an open one has waited until that day was over. */
  followedTo: z.string(),
  /** What the rules of events decided (events/eventStates.ts), for everybody to read; absent where the export tells nothing of the event. */
  firstReplyState: z.enum(firstReplyStates).optional(),
  closingState: z.enum(closingStates).optional(),
});
export type Followed = z.infer<typeof followedSchema>;

/** The moment at which a civil day was over, with the day itself for appeals of which only dates are known. */
export function endOfDay(day: number, offsetAt: (instant: number) => number): Moment {
  const midnight = (day + 1) * millisecondsPerDay;
  return { day, instant: midnight - offsetAt(midnight) * 60_000 };
}

/** Days from receipt to the end of observation, rounded like all waits to 1e-5 (under a second). */
export function daysFollowed(received: Moment, until: Moment): number {
  return Math.max(0, Math.round(daysBetween(received, until) * 1e5) / 1e5);
}
