import type { Channel } from "../../src/model/channel.ts";
import { none, type AgencyClock, type AppealColumns } from "../../src/model/columns.ts";
import { inSubstanceCode, type InSubstanceState } from "../../src/model/events/inSubstance.ts";
import type { Outcome } from "../../src/model/outcome.ts";

/** One appeal of a test; what is left out is as plain as it can be. */
export interface SampleAppeal {
  agency?: string;
  topic?: string;
  place?: string;
  channel?: Channel;
  outcome?: Outcome;
  /** Civil day of receipt since 1970-01-01. */
  received: number;
  /** Days from receipt; NaN: it happened, nobody knows when. Left out: it has not happened. */
  reply?: number;
  closing?: number;
  repliesRecorded?: boolean;
  closingsRecorded?: boolean;
  dayPrecision?: boolean;
  /** Its waits are told from week to week. */
  weekPrecision?: boolean;
  replyNorm?: number;
  closingNorm?: number;
  /** Where the dates tell too little to judge by it. */
  closingNormSet?: number;
  rating?: number;
  reopened?: boolean;
  confirmed?: boolean;
  handedOver?: boolean;
  followed?: number;
  /** No later export holds it. */
  vanished?: boolean;
  /** Days from receipt to an answer in substance, or why there is no such number. Left out of all: no text was read. */
  inSubstance?: number | Exclude<InSubstanceState, "done">;
  /** Days from receipt to registration at the agency, and to the return after a closing. */
  registered?: number;
  reopening?: number;
}

/** The lists in code order, as the store gives them, whatever the order of the rows. */
export function sampleColumns(appeals: readonly SampleAppeal[], exportDay: number): AppealColumns {
  const list = <Code extends string>(codes: (Code | undefined)[]): Code[] =>
    [...new Set(codes.filter((code) => code !== undefined))].sort();
  const lists = {
    agencies: list(appeals.map((a) => a.agency)),
    topics: list(appeals.map((a) => a.topic)),
    places: list(appeals.map((a) => a.place)),
    channels: list(appeals.map((a) => a.channel ?? "social")),
    outcomes: list(appeals.map(outcomeOf)),
  };
  const code = (codes: string[], value: string | undefined): number =>
    value === undefined ? none : codes.indexOf(value);
  const flags = (flag: (appeal: SampleAppeal) => boolean | undefined): Uint8Array =>
    Uint8Array.from(appeals, (a) => (flag(a) ? 1 : 0));
  const days = (value: (appeal: SampleAppeal) => number | undefined): Float64Array =>
    Float64Array.from(appeals, (a) => value(a) ?? NaN);
  return {
    length: appeals.length,
    lists,
    agency: Uint16Array.from(appeals, (a) => code(lists.agencies, a.agency)),
    topic: Uint16Array.from(appeals, (a) => code(lists.topics, a.topic)),
    place: Uint16Array.from(appeals, (a) => code(lists.places, a.place)),
    channel: Uint8Array.from(appeals, (a) => code(lists.channels, a.channel ?? "social")),
    outcome: Uint8Array.from(appeals, (a) => code(lists.outcomes, outcomeOf(a))),
    receivedDay: Int32Array.from(appeals, (a) => a.received),
    followedDays: Float64Array.from(appeals, (a) => a.followed ?? exportDay - a.received),
    followedOn: flags((a) => !a.vanished),
    firstReplyRecorded: flags((a) => a.repliesRecorded ?? true),
    closingRecorded: flags((a) => a.closingsRecorded ?? true),
    answered: flags((a) => a.reply !== undefined),
    closed: flags((a) => a.closing !== undefined),
    firstReplyDays: days((a) => a.reply),
    closingDays: days((a) => a.closing),
    dayPrecision: Uint8Array.from(appeals, (a) => (a.weekPrecision ? 2 : (a.dayPrecision ?? true) ? 1 : 0)),
    firstReplyNorm: days((a) => a.replyNorm),
    closingNorm: days((a) => a.closingNorm),
    closingNormSet: days((a) => a.closingNormSet ?? a.closingNorm),
    rating: Uint8Array.from(appeals, (a) => a.rating ?? 0),
    reopened: flags((a) => a.reopened || a.reopening !== undefined),
    confirmed: flags((a) => a.confirmed),
    handedOver: flags((a) => a.handedOver),
    reopenedDays: days((a) => a.reopening),
    ...(appeals.some((a) => a.inSubstance !== undefined) ? inSubstanceOf(appeals) : {}),
    ...(appeals.some((a) => a.registered !== undefined) ? { agencyClock: agencyClockOf(appeals, exportDay) } : {}),
  };
}

function inSubstanceOf(appeals: readonly SampleAppeal[]): Pick<AppealColumns, "inSubstanceState" | "inSubstanceDays"> {
  return {
    inSubstanceState: Uint8Array.from(appeals, ({ inSubstance: told }) =>
      inSubstanceCode(typeof told === "number" ? "done" : told),
    ),
    inSubstanceDays: Float64Array.from(appeals, ({ inSubstance: told }) => (typeof told === "number" ? told : NaN)),
  };
}

/** As the store has it: an appeal without registration counts from receipt, unless it was handed over. */
function agencyClockOf(appeals: readonly SampleAppeal[], exportDay: number): AgencyClock {
  const from = (a: SampleAppeal): number => a.registered ?? (a.handedOver ? NaN : 0);
  const since = (a: SampleAppeal, event: number | undefined): number =>
    event === undefined || event < from(a) ? NaN : event - from(a);
  return {
    registered: Uint8Array.from(appeals, (a) => (a.registered === undefined ? 0 : 1)),
    followedDays: Float64Array.from(appeals, (a) => (a.followed ?? exportDay - a.received) - from(a)),
    firstReplyDays: Float64Array.from(appeals, (a) => since(a, a.reply)),
    closingDays: Float64Array.from(appeals, (a) => since(a, a.closing)),
  };
}

function outcomeOf(appeal: SampleAppeal): Outcome {
  return appeal.outcome ?? (appeal.closing === undefined ? "open" : "acted");
}
