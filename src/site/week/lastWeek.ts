import { dayOfIsoDate, isoDateOfDay } from "../../model/moment.ts";
import type { Weeks } from "../../model/weeks.ts";

/** Monday and Sunday of the week that begins on a day. */
export const weekFrom = (monday: string): { from: string; to: string } => ({
  from: monday,
  to: isoDateOfDay(dayOfIsoDate(monday) + 6),
});

/** Monday and Sunday of the last whole week, of the one before it, and of the same a year before (52 weeks, the same days of the week). */
export function lastWeekOf({ mondays }: Pick<Weeks, "mondays">): {
  from: string;
  to: string;
  yearBefore: { from: string; to: string };
} {
  const monday = mondays.at(-1)!;
  return { ...weekFrom(monday), yearBefore: weekFrom(isoDateOfDay(dayOfIsoDate(monday) - 364)) };
}
