import { z } from "zod";
import { channelSchema } from "./channel.ts";
import { appealEvents } from "./events/event.ts";
import { isoDateSchema } from "./isoDate.ts";

/** hours: elapsed time. days: civil days, to the end of the last one. working-…: by the working calendar. */
export const normUnits = ["hours", "working-hours", "days", "working-days"] as const;

/**
 * A deadline rule: how long appeals may wait for an event. Of the rules that fit an appeal the first in the list is its
 * norm; what a rule does not name (channel, regime, topic, dates) it does not ask for.
 */
export const normSchema = z
  .strictObject({
    channel: channelSchema.optional(),
    /** Legal regime: the rule holds for the sources whose mapping names the same one. */
    regime: z.string().min(1).optional(),
    /** Code of a topic; the topics below it are meant too. */
    topic: z.string().min(1).optional(),
    event: z.enum(appealEvents),
    amount: z.number().positive(),
    unit: z.enum(normUnits),
    /** What the norm is counted from; receipt where left out. An appeal without a date of registration has its receipt. */
    start: z.enum(["received", "registered"]).optional(),
    /** First and last day of receipt for which the rule is in force. */
    from: isoDateSchema.optional(),
    until: isoDateSchema.optional(),
    /** How much longer the norm may be made, in the same unit: up to the deadline that the source itself tells of an appeal. */
    extension: z.number().positive().optional(),
    /** The rule it comes from, as readers will see it. */
    basis: z.string().min(1),
  })
  .superRefine(({ amount, unit, extension, from, until }, context) => {
    const fault = (key: string, message: string) => context.addIssue({ code: "custom", path: [key], message });
    const isWhole = (value: number | undefined) => value === undefined || Number.isSafeInteger(value);
    if (unit === "working-days" && !isWhole(amount)) fault("amount", "a whole number of working days");
    if ((unit === "working-days" || (unit === "days" && isWhole(amount))) && !isWhole(extension))
      fault("extension", "a whole number of days");
    if (from !== undefined && until !== undefined && until < from) fault("until", "no earlier than from");
  });
export type Norm = z.infer<typeof normSchema>;

/** The rules of a portal. One that can never be anybody's, because an earlier one fits wherever it does, is a fault. */
export const normsSchema = z
  .array(normSchema)
  .max(250)
  .superRefine((norms, context) => {
    norms.forEach((norm, index) => {
      const earlier = norms.slice(0, index).findIndex((other) => covers(other, norm));
      if (earlier >= 0)
        context.addIssue({ code: "custom", path: [index], message: `norm ${earlier + 1} always comes first` });
    });
  });

function covers(one: Norm, other: Norm): boolean {
  const asks = (["channel", "regime", "topic"] as const).every(
    (key) => one[key] === undefined || one[key] === other[key],
  );
  const dates = (one.from ?? "") <= (other.from ?? "") && (one.until ?? "9999") >= (other.until ?? "9999");
  return one.event === other.event && asks && dates;
}

/** True where the length of a norm rests on the working calendar. */
export function isInWorkingTime({ unit }: Norm): boolean {
  return unit === "working-hours" || unit === "working-days";
}

/** A norm in days since receipt as a point of an axis; null where it is another one for each appeal: working time, counted from registration. */
export function normInDays(norm: Norm): number | null {
  if (isInWorkingTime(norm) || norm.start === "registered") return null;
  return norm.unit === "hours" ? norm.amount / 24 : norm.amount;
}
