import type { PeriodKind } from "../../model/reviewForm.ts";
import type { CivilMonth } from "../civilMonth.ts";

/** A period that reviews are about: whole months of one calendar year. */
export interface CalendarPeriod {
  /** "2026-07", "2026-q3", "2026-h1", "2026-9m", "2026-year" */
  readonly id: string;
  readonly kind: PeriodKind;
  /** First and last month, both inside. */
  readonly first: CivilMonth;
  readonly last: CivilMonth;
}

/** The periods of a year, the shortest first. */
function periodsOfYear(year: number): CalendarPeriod[] {
  const january = year * 12;
  const period = (name: string, kind: PeriodKind, first: number, months: number): CalendarPeriod => ({
    id: `${year}-${name}`,
    kind,
    first: january + first,
    last: january + first + months - 1,
  });
  return [
    ...Array.from({ length: 12 }, (_, month) => period(String(month + 1).padStart(2, "0"), "month", month, 1)),
    ...Array.from({ length: 4 }, (_, quarter) => period(`q${quarter + 1}`, "quarter", quarter * 3, 3)),
    period("h1", "half-year", 0, 6),
    period("h2", "half-year", 6, 6),
    period("9m", "nine-months", 0, 9),
    period("year", "year", 0, 12),
  ];
}

/**
 * The periods of which every month is covered, the newest first; of those that end with the same month, the shortest first.
 *
 * @param covered of a month
 */
export function coveredPeriods(
  first: CivilMonth,
  last: CivilMonth,
  covered: (month: CivilMonth) => boolean,
): CalendarPeriod[] {
  const years = Array.from(
    { length: Math.floor(last / 12) - Math.floor(first / 12) + 1 },
    (_, index) => Math.floor(first / 12) + index,
  );
  return years
    .flatMap(periodsOfYear)
    .filter(({ first: from, last: to }) => monthsIn(from, to).every(covered))
    .sort((a, b) => b.last - a.last || b.first - a.first);
}

function monthsIn(first: CivilMonth, last: CivilMonth): CivilMonth[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
