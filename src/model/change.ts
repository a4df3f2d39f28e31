import { z } from "zod";
import { channelSchema } from "./channel.ts";
import { closingStates, firstReplyStates } from "./events/eventStates.ts";

/**
 * What became of an appeal between two editions.
 * new: not in the earlier one · answered, closed: an event that had not happened, or was not known, before · outcome: closed
 * before and after, and with another outcome · reopened: closed before, open again · redated: a date that was there has
 * become another, or none · reassigned: another agency · reclassified: another topic · moved: another place · vanished:
 * in the snapshot before and not in this one · returned: back after it had vanished · withdrawn: its source took it back ·
 * restored: no longer withdrawn.
 */
export const changeKinds = [
  "new",
  "answered",
  "closed",
  "outcome",
  "reopened",
  "redated",
  "reassigned",
  "reclassified",
  "moved",
  "vanished",
  "returned",
  "withdrawn",
  "restored",
] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** Dates whose change is told. */
export const redatedFields = ["received", "firstReply", "closed"] as const;

/** One change of one appeal, as it may be published: never finer than the rows of the two editions themselves. */
export const changeSchema = z.strictObject({
  /** Public id. */
  id: z.string(),
  kind: z.enum(changeKinds),
  /** Of the later edition; null: not stated, not told, or withdrawn. */
  agency: z.string().nullable(),
  channel: channelSchema,
  /** Of redated: which date. */
  field: z.enum(redatedFields).nullable(),
  /** What stood there before and what stands there now, where the kind has such a thing: a date, a code, an outcome. */
  before: z.string().nullable(),
  after: z.string().nullable(),
  /** Present where the dates stand for the week that begins on them. */
  datesToWeek: z.literal(true).optional(),
  /** What the later edition tells of its first reply and of its closing; absent of one that was withdrawn. */
  firstReplyState: z.enum(firstReplyStates).optional(),
  closingState: z.enum(closingStates).optional(),
});
export type Change = z.infer<typeof changeSchema>;
