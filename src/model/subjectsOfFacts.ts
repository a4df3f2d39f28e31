import type { Channel } from "./channel.ts";
import type { Dimension, Facts, Measures, PeriodId, Slice, Subject } from "./facts.ts";
import { normInDays, type Norm } from "./norm.ts";
import type { AppealEvent } from "./events/event.ts";

/** The subjects of one dimension, in the order of the vocabulary. */
export function subjectsOf(facts: Facts, dimension: Dimension): Subject[] {
  return facts.subjects.filter((subject) => subject.dimension === dimension && subject.code !== "");
}

export function findSubject(facts: Facts, dimension: Dimension, code: string): Subject | undefined {
  return facts.subjects.find((subject) => subject.dimension === dimension && subject.code === code);
}

/** @throws Error where the edition has no figures of the whole region */
export function regionOf(facts: Facts): Subject {
  const region = findSubject(facts, "region", "");
  if (!region) throw new Error("facts.json has no subject for the whole region");
  return region;
}

/** How many appeals, as a plain number for ordering; hidden and missing counts order as zero. */
export function receivedBy(measures: Measures): number {
  return measures.received.state === "exact" ? measures.received.value : 0;
}

/** The last twelve months; all time where they hold nothing, or too little to show anything. Every figure says its period. */
export function periodOf(facts: Facts, subject: Subject): PeriodId {
  const { year, all } = subject.periods;
  const { shown } = facts.portal.minimum;
  const hasNone = year.measures.received.state === "exact" && year.measures.received.value === 0;
  return hasNone || (receivedBy(year.measures) < shown && receivedBy(all.measures) >= shown) ? "all" : "year";
}

/** Channels of a slice, the largest first. */
export function channelsOf(slice: Slice): { channel: Channel; measures: Measures }[] {
  return Object.entries(slice.byChannel)
    .map(([channel, measures]) => ({ channel: channel as Channel, measures }))
    .sort((a, b) => receivedBy(b.measures) - receivedBy(a.measures) || (a.channel < b.channel ? -1 : 1));
}

/** The share that says of an event how often it came within the norm. */
export const inNormOf = { "first-reply": "answeredInNorm", closing: "closedInNorm" } as const satisfies Record<
  AppealEvent,
  keyof Measures
>;

/** The norm that most of a subject's appeals are under. */
export interface SubjectNorm {
  norm: Norm;
  /** Its length as a point of an axis; null where it is another one for each appeal. */
  days: number | null;
  /** True where other appeals of the subject are under other norms. */
  several: boolean;
}

/** The norm for an event; null where no appeal is under one. */
export function normFor(facts: Facts, { norms }: Measures, event: AppealEvent): SubjectNorm | null {
  const [first, ...others] = event === "closing" ? norms.closing : norms.firstReply;
  const norm = first === undefined ? undefined : facts.norms[first];
  return norm === undefined ? null : { norm, days: normInDays(norm), several: others.length > 0 };
}

const pages = new WeakMap<Facts, Set<string>>();

/** Whether a code has figures of its own, and with them a page. */
export function hasPage(facts: Facts, dimension: Dimension, code: string): boolean {
  let known = pages.get(facts);
  if (!known) {
    known = new Set(facts.subjects.map((subject) => `${subject.dimension}/${subject.code}`));
    pages.set(facts, known);
  }
  return known.has(`${dimension}/${code}`);
}
