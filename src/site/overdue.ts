import type { AppealEvent } from "../model/events/event.ts";
import { isAnswered } from "../model/events/firstReply.ts";
import type { ListedAppeal } from "../edition/listedAppeal.ts";
import { appealWaits } from "../appeals/appealWait.ts";
import type { Voice } from "../words/language.ts";

/** An appeal whose norm has run out while it still waits. */
export interface OverdueAppeal {
  appeal: ListedAppeal;
  /** What it waits for: where not even a reply is there, that counts first. */
  event: AppealEvent;
  /** Whether a first reply is there; always false where the source records none. */
  replied: boolean;
  /** Whole days from receipt to the end of observation, and how many of them beyond the norm; the least that they can be where
   * only the week of receipt is told. */
  waited: number;
  late: number;
  /** By how many days both may be longer: of an appeal that is told to its week. */
  margin: number;
}

const known = new WeakMap<ListedAppeal[], OverdueAppeal[]>();

/**
 * The appeals that wait longer than their norm at the end of observation, the longest delay first. Appeals
 * without a norm cannot be overdue.
 *
 * @param edition day of the newest export
 */
export function overdueAppeals(appeals: ListedAppeal[], edition: string): OverdueAppeal[] {
  const before = known.get(appeals);
  if (before) return before;
  const overdue = appeals.flatMap((appeal): OverdueAppeal[] => {
    const wait = appealWaits(appeal, edition).find(({ state, inNorm }) => state === "waiting" && inNorm === false);
    if (!wait || wait.days === null || wait.norm === null) return [];
    const waited = Math.floor((wait.told ?? wait.days) - wait.margin);
    return [
      {
        appeal,
        event: wait.event,
        replied: isAnswered(appeal),
        waited,
        // By the days that are told: whoever takes the deadline from the wait finds the delay, which may be of hours only. Of a
        // week nobody knows hours: the norm ran out a day before at the latest.
        late: Math.max(wait.margin > 0 ? 1 : 0, waited - Math.floor(wait.norm)),
        margin: wait.margin,
      },
    ];
  });
  overdue.sort((a, b) => b.late - a.late || b.waited - a.waited || (a.appeal.id < b.appeal.id ? -1 : 1));
  known.set(appeals, overdue);
  return overdue;
}

/** A norm that ran out within so many days is news. */
export const recentDays = 7;

/** Those whose norm surely ran out within the last days before the export, the newest delay first. */
export function justOverdue(overdue: readonly OverdueAppeal[], days: number): OverdueAppeal[] {
  return overdue
    .filter(({ late, margin }) => late + margin <= days)
    .sort(
      (a, b) =>
        a.late - b.late ||
        (a.appeal.received < b.appeal.received
          ? 1
          : a.appeal.received > b.appeal.received
            ? -1
            : a.appeal.id < b.appeal.id
              ? -1
              : 1),
    );
}

/** What is overdue of one agency. */
interface OverdueSum {
  readonly count: number;
  /** Those without any reply. */
  readonly silent: number;
  /** The longest wait in days; the least that it can be where an appeal that is told to its week may have waited longer. */
  readonly longest: number;
  readonly longestIsLeast: boolean;
}

/** What is overdue by agency, "" where none is stated. */
export function overdueByAgency(overdue: readonly OverdueAppeal[]): Map<string, OverdueSum> {
  const agencies = new Map<string, { count: number; silent: number; longest: number; most: number }>();
  for (const { appeal, event, waited, margin } of overdue) {
    const sum = agencies.get(appeal.agency ?? "") ?? { count: 0, silent: 0, longest: 0, most: 0 };
    sum.count += 1;
    if (event === "first-reply") sum.silent += 1;
    sum.longest = Math.max(sum.longest, waited);
    sum.most = Math.max(sum.most, waited + margin);
    agencies.set(appeal.agency ?? "", sum);
  }
  return new Map(
    [...agencies].map(([code, { most, ...sum }]) => [code, { ...sum, longestIsLeast: most > sum.longest }]),
  );
}

/** Days of waiting in words. @param isLeast whether it may have been longer, because only the week of receipt is told */
export function overdueDays(days: number, isLeast: boolean, voice: Voice): string {
  if (days === 0) return voice.t("duration.same-day");
  return isLeast
    ? voice.t("overdue.at-least", { days: voice.counted(days, "day.genitive") })
    : voice.counted(days, "day");
}
