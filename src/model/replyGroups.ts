import { z } from "zod";
import { meanSchema } from "./figures.ts";
import { outcomes } from "./outcome.ts";

const count = z.number().int().nonnegative();

/** So many of the appeals of a group are "most" of it, single stragglers left aside: eight in ten. */
export const mostOfGroup = (appeals: number): number => Math.ceil(0.8 * appeals);

/** How many of a group's appeals carry a code; null: the export tells none. */
const codeCount = z.strictObject({ code: z.string().nullable(), n: count.min(1) });

/** Outcomes and ratings of some appeals: how often each outcome that occurs, and the mean rating. */
const receivedSchema = z.strictObject({
  n: count,
  outcomes: z.partialRecord(z.enum(outcomes), count.min(1)),
  rating: meanSchema,
});

/**
 * Nearly identical replies of one agency to different appeals. Says nothing that its appeals do not say; whether it is shown follows
 * from them (an appeal that is taken down is in no group).
 */
export const replyGroupSchema = z.strictObject({
  /** Permanent: the same in every edition in which most of the group is the same. Safe in an address. */
  id: z.string().regex(/^[0-9a-f]{12,64}$/),
  /** Its code; null: the export names none. */
  agency: z.string().nullable(),
  /** Public ids of its appeals, in the order of their replies. */
  appeals: z.array(z.string()).min(1).readonly(),
  /** The most typical reply, masked; null stands for a part that differs from copy to copy. */
  sample: z.array(z.string().min(1).nullable()).readonly(),
  /** How many replies of other agencies are nearly identical as well, and how many agencies those are. */
  elsewhere: count,
  elsewhereAgencies: count,
  topics: z.array(codeCount).min(1).readonly(),
  places: z.array(codeCount).min(1).readonly(),
  /** By the month of receipt, YYYY-MM, the earliest first. */
  months: z
    .array(z.strictObject({ month: z.string().regex(/^\d{4}-\d{2}$/), n: count.min(1) }))
    .min(1)
    .readonly(),
  /** Civil days of the shortest period in which `mostOfGroup` of its appeals were received. */
  mostWithinDays: count.min(1),
  /** Share of its appeals that come from one place, the most frequent one. */
  onePlace: z.number().min(0).max(1),
  /** The replies tell of one event in one place: they are no habit, and shares leave them out. */
  isEventNotice: z.boolean(),
  /** What became of those who received the text, and of all others to whom the agency replied. */
  receivers: receivedSchema,
  others: receivedSchema,
});
export type ReplyGroup = z.infer<typeof replyGroupSchema>;
export type Received = z.infer<typeof receivedSchema>;
