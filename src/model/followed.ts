import { z } from "zod";
import { type AppealColumns } from "./columns.ts";
import { daysBetween, type Moment, millisecondsPerDay } from "./moment.ts";

/**
 * What the figures of times take from an appeal beside its waits: published with it, so that anybody can compute them
 * anew from the table of appeals.
 */
export const followedSchema = z.strictObject({
  /** The day of the export up to which the appeal was followed: an open one has waited until that day was over. */
  followedTo: z.string(),
  /** Whether the event has happened or is still waited for; absent where the appeal tells nothing about the times of that event. */
  firstReplyState: z.enum(["done", "waiting"]).optional(),
  closingState: z.enum(["done", "waiting"]).optional(),
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

/** What row i of the columns tells of the times of its events. */
export function statesOf(columns: AppealColumns, i: number): Omit<Followed, "followedTo"> {
  if (Number.isNaN(columns.followedDays[i])) return {};
  const { firstReplyRecorded, answered, closed, firstReplyDays, closingDays, closingRecorded } = columns;
  const reply = stateOf(firstReplyRecorded[i]!, answered[i]! | closed[i]!, Number.isNaN(firstReplyDays[i]) ? closingDays[i]! : firstReplyDays[i]!);
  const closing = stateOf(closingRecorded[i]!, closed[i]!, closingDays[i]!);
  return { ...(reply && { firstReplyState: reply }), ...(closing && { closingState: closing }) };
}

/** undefined: the source does not record the event, or it happened nobody knows when. */
function stateOf(recorded: number, happened: number, days: number): "done" | "waiting" | undefined {
  if (recorded === 0 || (happened === 1 && Number.isNaN(days))) return undefined;
  return happened === 1 ? "done" : "waiting";
}
