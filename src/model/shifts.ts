import { z } from "zod";
import { channelSchema } from "./channel.ts";
import { isoDateSchema } from "./isoDate.ts";

/** What got worse and what got better: shares within the norm beside those of the same months a year before. */

const countsSchema = z.strictObject({ part: z.number().int().nonnegative(), whole: z.number().int().positive() });

const shiftSchema = z.strictObject({
  dimension: z.enum(["agency", "topic"]),
  code: z.string(),
  channel: channelSchema,
  figure: z.enum(["answeredInNorm", "closedInNorm"]),
  now: countsSchema,
  before: countsSchema,
  /** Share now less share before, with its interval at the level of the edition. */
  change: z.number().min(-1).max(1),
  low: z.number().min(-1).max(1),
  high: z.number().min(-1).max(1),
  /** By how much the shares of single months scatter more than chance would have them; 1: not at all. */
  scatter: z.number().min(1),
  /** Chance of such a difference or a larger one where nothing has changed; the same after allowing for all that were looked at. */
  p: z.number().min(0).max(1),
  adjusted: z.number().min(0).max(1),
  /** Beyond chance. */
  found: z.boolean(),
});
export type Shift = z.infer<typeof shiftSchema>;

export const shiftsSchema = z.strictObject({
  /** Days of receipt that are compared. */
  from: isoDateSchema,
  to: isoDateSchema,
  beforeFrom: isoDateSchema,
  beforeTo: isoDateSchema,
  /** Of those that are found, the share that may be false on average; where nothing has changed, the chance of finding any. */
  falseShare: z.number(),
  /** Level of all intervals. */
  level: z.number().min(0).max(1),
  /** Every difference that was looked at: agencies, then topics, by code. */
  looked: z.array(shiftSchema),
});
export type Shifts = z.infer<typeof shiftsSchema>;

/** Whether anything could be compared at all. */
export const hasShifts = ({ shifts }: { shifts?: Shifts | undefined }): boolean =>
  shifts !== undefined && shifts.looked.length > 0;
