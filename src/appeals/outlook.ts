import { type TextlessAppeal } from "../edition/listedAppeal.ts";
import { type AppealEvent } from "../model/events/event.ts";
import { type Facts } from "../model/facts.ts";
import { remainingWait, type RemainingWait } from "../model/remainingWait.ts";
import { findSubject, periodOf } from "../model/subjectsOfFacts.ts";
import { type AppealWait } from "./appealWait.ts";

/** What is ahead of an appeal that waits, by others of its topic that came by the same channel. */
export interface Outlook extends RemainingWait {
  event: AppealEvent;
  /** Whole days waited so far. */
  waited: number;
}

/** @returns for an appeal that waits what is known, both shares null where nothing is; null for any other */
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
    const waited = Math.max(0, Math.floor((wait.days ?? 0) - wait.margin));
    const remaining = remainingWait(wait.event === "closing" ? measures.closing : measures.firstReply, waited);
    return { event: wait.event, waited, ...(remaining ?? { half: null, nineOfTen: null, known: 0 }) };
  };
}
