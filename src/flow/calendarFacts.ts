import type { CalendarFacts } from "../model/facts.ts";
import { isInWorkingTime } from "../model/norm.ts";
import { workingCalendar } from "../model/workingCalendar.ts";
import type { Settings } from "../settings/readSettings.ts";

/** What norms in working time rest on. Dates of receipt in years to come are mistakes, and say nothing of the calendar. */
export function calendarFacts(
  { portal, calendar }: Settings,
  years: readonly number[],
  exported: string,
): CalendarFacts | null {
  if (!portal.norms.some(isInWorkingTime)) return null;
  const working = workingCalendar(calendar, portal.calendar);
  const basis = (year: number) => [
    ...new Set(calendar.filter(({ date }) => Number(date.slice(0, 4)) === year).map((row) => row.basis)),
  ];
  const until = Number(exported.slice(0, 4)) + 1;
  return {
    workingHours: portal.workingHours,
    years: years
      .filter((year) => year <= until)
      .map((year) => ({ year, provisional: working.isProvisional(year), basis: basis(year) })),
  };
}
