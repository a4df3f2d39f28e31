import type { AppealColumns } from "../../src/model/columns.ts";
import type { Norm } from "../../src/model/norm.ts";
import { inSubstanceCode } from "../../src/model/events/inSubstance.ts";
import { outcomes } from "../../src/model/outcome.ts";

/** How big the simulated region is. */
export interface SampleSize {
  readonly appeals: number;
  readonly agencies: number;
  readonly topics: number;
  readonly subtopics: number;
  readonly places: number;
  readonly months: number;
}

/** Small deterministic generator (mulberry32): numbers from 0 to 1, the same on every machine. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Norms of the sample, in the order of its rules. */
export const sampleNorms: readonly Norm[] = [
  { event: "first-reply", amount: 4, unit: "hours", basis: "" },
  { event: "first-reply", amount: 30, unit: "days", basis: "" },
  { event: "closing", amount: 30, unit: "days", basis: "" },
];

/** A region with lognormal waits known to the minute in two of three channels, and open appeals of all ages. */
export function sampleAppeals(
  size: SampleSize,
  exportDay: number,
): { columns: AppealColumns; topics: { code: string; parent: string | null }[] } {
  const { appeals: length } = size;
  const random = seeded(length);
  const code = (kind: string, i: number): string => `${kind}-${String(i).padStart(4, "0")}`;
  const tops = Array.from({ length: size.topics }, (_, i) => ({ code: code("topic", i), parent: null }));
  const subs = Array.from({ length: size.subtopics }, (_, i) => ({
    code: code("sub", i),
    parent: tops[i % size.topics]!.code,
  }));
  const columns = {
    length,
    lists: {
      agencies: Array.from({ length: size.agencies }, (_, i) => code("agency", i)),
      topics: subs.map((sub) => sub.code),
      places: Array.from({ length: size.places }, (_, i) => code("place", i)),
      channels: ["social", "letter", "portal"] as const,
      outcomes,
    },
    agency: new Uint16Array(length),
    topic: new Uint16Array(length),
    place: new Uint16Array(length),
    channel: new Uint8Array(length),
    outcome: new Uint8Array(length),
    receivedDay: new Int32Array(length),
    followedDays: new Float64Array(length),
    firstReplyRecorded: new Uint8Array(length).fill(1),
    closingRecorded: new Uint8Array(length).fill(1),
    answered: new Uint8Array(length),
    closed: new Uint8Array(length),
    firstReplyDays: new Float64Array(length).fill(NaN),
    closingDays: new Float64Array(length).fill(NaN),
    dayPrecision: new Uint8Array(length),
    firstReplyNorm: new Float64Array(length),
    closingNorm: new Float64Array(length).fill(30),
    firstReplyRule: new Uint8Array(length),
    closingRule: new Uint8Array(length).fill(2),
    agencyClock: {
      registered: new Uint8Array(length),
      followedDays: new Float64Array(length),
      firstReplyDays: new Float64Array(length).fill(NaN),
      closingDays: new Float64Array(length).fill(NaN),
    },
    reopenedDays: new Float64Array(length).fill(NaN),
    rating: new Uint8Array(length),
    reopened: new Uint8Array(length),
    confirmed: new Uint8Array(length),
    inSubstanceState: new Uint8Array(length),
    inSubstanceDays: new Float64Array(length).fill(NaN),
    handedOver: new Uint8Array(length),
  };
  const minutes = (days: number): number => Math.round(days * 1440) / 1440;
  for (let i = 0; i < length; i++) {
    columns.agency[i] = Math.floor(random() ** 2 * size.agencies);
    columns.topic[i] = Math.floor(random() * size.subtopics);
    columns.place[i] = Math.floor(random() ** 2 * size.places);
    const channel = Math.floor(random() * 3);
    columns.channel[i] = channel;
    columns.dayPrecision[i] = channel === 1 ? 1 : 0;
    columns.firstReplyNorm[i] = channel === 0 ? 4 / 24 : 30;
    const followed = random() * size.months * 30.4375;
    columns.receivedDay[i] = exportDay - Math.floor(followed);
    columns.followedDays[i] = channel === 1 ? Math.floor(followed) : minutes(followed);
    const wait = Math.exp(1 + 1.3 * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()));
    const closing = channel === 1 ? Math.floor(wait) : minutes(wait);
    const reply = channel === 1 ? Math.floor(wait * random()) : minutes(wait * random());
    if (reply <= columns.followedDays[i]!) {
      columns.answered[i] = 1;
      columns.firstReplyDays[i] = reply;
    }
    columns.outcome[i] = outcomes.indexOf("open");
    if (closing <= columns.followedDays[i]!) {
      columns.closed[i] = 1;
      columns.closingDays[i] = closing;
      columns.outcome[i] = Math.floor(random() * 5);
      columns.rating[i] = random() < 0.2 ? 1 + Math.floor(random() * 5) : 0;
      columns.reopened[i] = random() < 0.05 ? 1 : 0;
    }
    columns.firstReplyRule[i] = channel === 0 ? 0 : 1;
    columns.reopenedDays[i] = columns.reopened[i] === 1 ? columns.closingDays[i]! + 12 : NaN;
    if (channel === 2) {
      const delay = Math.min(columns.firstReplyDays[i]! || 0, columns.followedDays[i]!) / 2;
      columns.agencyClock.registered[i] = 1;
      columns.agencyClock.followedDays[i] = columns.followedDays[i]! - delay;
      columns.agencyClock.firstReplyDays[i] = columns.firstReplyDays[i]! - delay;
      columns.agencyClock.closingDays[i] = columns.closingDays[i]! - delay;
    }
    columns.inSubstanceState[i] = inSubstanceCode(columns.closed[i] === 1 ? "done" : "waiting");
    columns.inSubstanceDays[i] = columns.closingDays[i]!;
    columns.handedOver[i] = random() < 0.1 ? 1 : 0;
  }
  return { columns, topics: [...tops, ...subs] };
}
