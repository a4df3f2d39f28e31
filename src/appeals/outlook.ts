import type { TextlessAppeal } from "../edition/listedAppeal.ts";
import type { AppealEvent } from "../model/events/event.ts";
import type { Facts } from "../model/facts.ts";
import { knownEnd, remainingWait, type RemainingWait } from "../model/remainingWait.ts";
import { findSubject, periodOf } from "../model/subjectsOfFacts.ts";
import type { Precision } from "../words/durations.ts";
import type { AppealWait } from "./appealWait.ts";

/** What is ahead of an appeal that waits, by others of its topic that came by the same channel. */
export interface Outlook {
  event: AppealEvent;
  /** Whole days waited so far. */
  waited: number;
  precision: Precision;
  /** Null where nothing is known of those who waited so long. */
  remaining: RemainingWait | null;
  /** Until which day others were followed, and the share that still waited then; null where nothing is known of them. */
  end: { days: number; left: number } | null;
}

/** @returns for an appeal that waits what is known of others; null for any other */
export function createOutlook(facts: Facts): (appeal: TextlessAppeal, waits: readonly AppealWait[]) => Outlook | null {
  const periods = new Map(
    facts.vocabulary.topics.flatMap(({ code }) => {
      const subject = findSubject(facts, "topic", code);
      return subject === undefined ? [] : [[code, subject.periods[periodOf(facts, subject)]] as const];
    }),
  );
  return ({ topic, channel }, waits) => {
    const wait = waits.find(({ state, days }) => state === "waiting" && days !== null);
    const measures = periods.get(topic ?? "")?.byChannel[channel];
    if (wait === undefined || measures === undefined) return null;
    const waited = Math.max(0, Math.floor((wait.told ?? 0) - wait.margin));
    const times = wait.event === "closing" ? measures.closing : measures.firstReply;
    return {
      event: wait.event,
      waited,
      precision: times.precision,
      remaining: remainingWait(times, waited),
      end: knownEnd(times),
    };
  };
}
