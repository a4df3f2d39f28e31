import type { LocalTime } from "./localTime.ts";
import { daysBetween, millisecondsPerDay, type Moment } from "./moment.ts";
import type { Norm } from "./norm.ts";
import { type WorkingCalendar, workingDeadline } from "./workingCalendar.ts";
import type { Stretch } from "./workingHours.ts";

/** By what norms are counted. */
export interface NormClock {
  readonly time: LocalTime;
  readonly calendar: WorkingCalendar;
  readonly stretches: readonly Stretch[];
  /** Last days of norms in working days, by their length and the day they start on. */
  readonly deadlines: Map<string, number>;
}

/**
 * How long an appeal may wait under a rule.
 *
 * @param start what the norm is counted from; planned: the deadline that the source itself tells, up to which a norm that
 *   can be extended is
 * @returns days from receipt to the last moment in time, to be compared with daysBetween(received, event): civil days
 *   where only the date of receipt is known
 */
export function normLength(
  norm: Norm,
  received: Moment,
  start: Moment,
  planned: Moment | null,
  clock: NormClock,
): number {
  const ordinary = untilDeadline(norm, norm.amount, received, start, clock);
  if (norm.extension === undefined || planned === null) return ordinary;
  const promised = daysTo(received, planned.instant === null ? endOf(planned.day, clock) : planned);
  const longest = untilDeadline(norm, norm.amount + norm.extension, received, start, clock);
  return Math.max(ordinary, Math.min(promised, longest));
}

function untilDeadline({ unit }: Norm, amount: number, received: Moment, start: Moment, clock: NormClock): number {
  if (unit === "hours" || (unit === "days" && !Number.isInteger(amount))) {
    const elapsed = unit === "hours" ? amount / 24 : amount;
    if (start.instant === null && received.instant === null) return daysBetween(received, start) + elapsed;
    const from = start.instant === null ? endOf(start.day, clock).instant : start.instant;
    const instant = from + elapsed * millisecondsPerDay;
    return daysTo(received, { day: clock.time.dayOf(instant), instant });
  }
  if (unit === "days") return daysTo(received, endOf(start.day + amount, clock));
  if (unit === "working-hours" && start.instant !== null) {
    const instant = afterWorkingTime(start.day, start.instant, amount * 3_600_000, clock);
    return daysTo(received, { day: clock.time.dayOf(instant), instant });
  }
  return daysTo(
    received,
    endOf(lastWorkingDay(start.day, unit === "working-days" ? amount : wholeDays(amount, clock), clock), clock),
  );
}

function lastWorkingDay(day: number, amount: number, { deadlines, calendar }: NormClock): number {
  const key = `${day} ${amount}`;
  const last = deadlines.get(key) ?? workingDeadline(day, amount, calendar);
  deadlines.set(key, last);
  return last;
}

/** Without the hour of receipt, working hours are as many working days as hold them. */
function wholeDays(hours: number, { stretches }: NormClock): number {
  return Math.ceil((hours * 60) / stretches.reduce((sum, { from, to }) => sum + to - from, 0));
}

/** The last second of a civil day: what happens on the last day of a norm is in time. */
function endOf(day: number, { time }: NormClock): { day: number; instant: number } {
  return { day, instant: time.instantOf(day + 1, 0) - 1000 };
}

function daysTo(received: Moment, deadline: Moment): number {
  return Math.round(daysBetween(received, deadline) * 1e5) / 1e5;
}

/** The instant at which so much working time has passed since an instant of a civil day. */
function afterWorkingTime(
  day: number,
  since: number,
  milliseconds: number,
  { time, calendar, stretches }: NormClock,
): number {
  let left = milliseconds;
  for (let at = day; ; at++) {
    if (!calendar.isWorking(at)) continue;
    for (const { from, to } of stretches) {
      const begin = Math.max(since, time.instantOf(at, from));
      const length = time.instantOf(at, to) - begin;
      if (length <= 0) continue;
      if (left <= length) return begin + left;
      left -= length;
    }
  }
}
