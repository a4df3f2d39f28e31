import type { Appeal } from "./appeal.ts";
import { localTime } from "./localTime.ts";
import { dayOfIsoDate, millisecondsPerDay } from "./moment.ts";
import { isInWorkingTime } from "./norm.ts";
import { type NormClock, normLength } from "./normDeadline.ts";
import { oldestDay } from "./plausibleReceipt.ts";
import type { Portal } from "./portal.ts";
import type { WorkingCalendar } from "./workingCalendar.ts";
import { stretchesOf } from "./workingHours.ts";
import type { AppealEvent } from "./events/event.ts";

/** The norm of one appeal for one event. */
interface AppliedNorm {
  /** Place of its rule in the portal's list. */
  readonly rule: number;
  /** Days from receipt to the last moment at which the event is in time; to be compared with daysBetween(received, event). */
  readonly days: number;
}

/** What decides about the norm of an appeal. */
export type NormedAppeal = Pick<Appeal, "source" | "channel" | "topic" | "received" | "registered" | "planned">;

export interface NormFinder {
  /** null: no rule fits, or the date of receipt is impossible. */
  of(appeal: NormedAppeal, event: AppealEvent): AppliedNorm | null;
  /** Years of the working calendar that the norms found so far rest on, rising. */
  calendarYears(): number[];
}

/**
 * Finds the norm of each appeal: the first rule that fits it.
 *
 * @param topics the vocabulary with the labels of the exports; sources: the portal's, for their legal regimes
 */
export function normFinder(
  portal: Pick<Portal, "norms" | "timeZone" | "workingHours">,
  topics: readonly { code: string; parent: string | null }[],
  sources: readonly { name: string; regime?: string | undefined }[],
  calendar: WorkingCalendar,
): NormFinder {
  const parents = new Map(topics.map(({ code, parent }) => [code, parent]));
  const regimes = new Map(sources.map(({ name, regime }) => [name, regime]));
  const isBelow = (topic: string, above: string): boolean => {
    for (let code: string | null = topic; code !== null; code = parents.get(code) ?? null)
      if (code === above) return true;
    return false;
  };
  const rules = portal.norms.map((norm, rule) => ({
    norm,
    rule,
    from: norm.from === undefined ? -Infinity : dayOfIsoDate(norm.from),
    until: norm.until === undefined ? Infinity : dayOfIsoDate(norm.until),
  }));
  const clock: NormClock = {
    time: localTime(portal.timeZone),
    calendar,
    stretches: stretchesOf(portal.workingHours),
    deadlines: new Map(),
  };
  const years = new Set<number>();
  return {
    of: (appeal, event) => {
      const { received, channel, topic, source } = appeal;
      if (received.day < oldestDay) return null;
      const found = rules.find(
        ({ norm, from, until }) =>
          norm.event === event &&
          received.day >= from &&
          received.day <= until &&
          (norm.channel === undefined || norm.channel === channel) &&
          (norm.regime === undefined || norm.regime === regimes.get(source)) &&
          (norm.topic === undefined || isBelow(topic, norm.topic)),
      );
      if (found === undefined) return null;
      const { norm, rule } = found;
      const start =
        norm.start === "registered" && appeal.registered !== null && appeal.registered.day >= received.day
          ? appeal.registered
          : received;
      const days = normLength(norm, received, start, appeal.planned, clock);
      if (isInWorkingTime(norm))
        for (const day of [start.day, received.day + Math.floor(days)])
          years.add(new Date(day * millisecondsPerDay).getUTCFullYear());
      return { rule, days };
    },
    calendarYears: () => [...years].sort((a, b) => a - b),
  };
}
