import { z } from "zod";
import { isoDateSchema } from "./isoDate.ts";
import { dayOfIsoDate, isoDateOfDay } from "./moment.ts";

/** When the next edition is promised: on a day, or so long after each. */
export const nextEditionSchema = z.union([isoDateSchema, z.enum(["weekly", "monthly", "quarterly"])]);
export type NextEdition = z.infer<typeof nextEditionSchema>;

const monthsLater = { monthly: 1, quarterly: 3 } as const;

/**
 * The day of the next edition. A month later is the same day of that month, or its last one; what is published at the end of a
 * month comes at the end of the next.
 *
 * @param edition day of the newest edition
 * @returns null where nothing is promised, or what was promised is over: that day would be false
 */
export function nextEditionAfter(edition: string, promised: NextEdition | undefined): string | null {
  if (promised === undefined) return null;
  if (promised === "weekly") return isoDateOfDay(dayOfIsoDate(edition) + 7);
  if (promised !== "monthly" && promised !== "quarterly") return promised > edition ? promised : null;
  const [year = 0, month = 0, day = 0] = edition.split("-").map(Number);
  const lastDay = (inMonth: number): number => new Date(Date.UTC(year, inMonth, 0)).getUTCDate();
  const later = month + monthsLater[promised];
  const isMonthEnd = day === lastDay(month);
  const then = new Date(Date.UTC(year, later - 1, isMonthEnd ? lastDay(later) : Math.min(day, lastDay(later))));
  return then.toISOString().slice(0, 10);
}
