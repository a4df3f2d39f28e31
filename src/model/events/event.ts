/**
 * The one vocabulary of what becomes of an appeal. An event has one name in the code, and one spelling for each place whose
 * names are contracts: fields of the facts and columns of the downloads.
 */
export const appealEvents = ["first-reply", "closing"] as const;
export type AppealEvent = (typeof appealEvents)[number];

/** How figures and fields of an event are called in the facts: `firstReply`, `firstReplyDays`. */
export const factsName = { "first-reply": "firstReply", closing: "closing" } as const satisfies Record<
  AppealEvent,
  string
>;
export type EventInFacts = (typeof factsName)[AppealEvent];

/** How columns of an event begin in the tables for download: `first_reply_days`. */
export const columnName = { "first-reply": "first_reply", closing: "closing" } as const satisfies Record<
  AppealEvent,
  string
>;

/** Waits that the facts tell by the author's clock: for the events, and for the first reply that answers in substance (inSubstance.ts). */
export const waitsInFacts = ["firstReply", "closing", "inSubstance"] as const;
export type WaitInFacts = (typeof waitsInFacts)[number];

/** An event by one of two clocks: that of the author (from receipt) and that of the agency (from registration). */
export const timedEvents = [...waitsInFacts, "agencyFirstReply", "agencyClosing"] as const;
export type TimedEvent = (typeof timedEvents)[number];

/** One of something for each of the events by each clock. */
export function byTimedEvent<Value>(of: (event: TimedEvent) => Value): Record<TimedEvent, Value> {
  return {
    firstReply: of("firstReply"),
    closing: of("closing"),
    inSubstance: of("inSubstance"),
    agencyFirstReply: of("agencyFirstReply"),
    agencyClosing: of("agencyClosing"),
  };
}
