import { isoDateOfDay } from "../../model/moment.ts";
import type { Shifts } from "../../model/shifts.ts";
import { firstDayOfMonth, lastDayOfMonth } from "../civilMonth.ts";
import type { Evidence, SlotRange } from "../evidence.ts";

const monthsInYear = 12;

/** The newest whole months whose like a year before are there too: as many as follow each other, twelve at most. */
export interface YearsCompared {
  readonly now: SlotRange;
  readonly before: SlotRange;
  readonly days: Pick<Shifts, "from" | "to" | "beforeFrom" | "beforeTo">;
}

/** @returns null where not one month can be set beside its like */
export function yearsCompared({ series, slots }: Pick<Evidence, "series" | "slots">): YearsCompared | null {
  const { last } = slots.year;
  const isWhole = (slot: number): boolean => slot >= 1 && series.complete[slot - 1] === true;
  let months = 0;
  while (months < monthsInYear && isWhole(last - months) && isWhole(last - months - monthsInYear)) months += 1;
  if (months === 0) return null;
  const first = last - months + 1;
  const monthOf = (slot: number): number => series.first + slot - 1;
  return {
    now: { first, last },
    before: { first: first - monthsInYear, last: last - monthsInYear },
    days: {
      from: isoDateOfDay(firstDayOfMonth(monthOf(first))),
      to: isoDateOfDay(lastDayOfMonth(monthOf(last))),
      beforeFrom: isoDateOfDay(firstDayOfMonth(monthOf(first) - monthsInYear)),
      beforeTo: isoDateOfDay(lastDayOfMonth(monthOf(last) - monthsInYear)),
    },
  };
}
