import { dayOfIsoDate, isoDateOfDay } from "../../model/moment.ts";
import { type Weeks } from "../../model/weeks.ts";

/** Monday and Sunday of the last whole week, of the one before it, and of the same a year before (52 weeks, the same days of the week). */
export function lastWeekOf({ mondays }: Pick<Weeks, "mondays">): {
  from: string;
  to: string;
  yearBefore: { from: string; to: string };
} {
  const monday = dayOfIsoDate(mondays.at(-1)!);
  const span = (day: number) => ({ from: isoDateOfDay(day), to: isoDateOfDay(day + 6) });
  return { ...span(monday), yearBefore: span(monday - 364) };
}
