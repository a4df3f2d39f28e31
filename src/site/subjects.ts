import { type Channel } from "../model/channel.ts";
import { type Dimension, type Facts, type Measures, type PeriodId, type Slice, type Subject } from "../model/facts.ts";
import { normInDays, type Norm } from "../model/portal.ts";

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

/** The last twelve months; all time where they hold too few appeals to show anything. Every figure says its period. */
export function periodOf(facts: Facts, subject: Subject): PeriodId {
  const { year, all } = subject.periods;
  const { shown } = facts.portal.minimum;
  return receivedBy(year.measures) < shown && receivedBy(all.measures) >= shown ? "all" : "year";
}

/** Channels of a slice, the largest first. */
export function channelsOf(slice: Slice): { channel: Channel; measures: Measures }[] {
  return Object.entries(slice.byChannel)
    .map(([channel, measures]) => ({ channel: channel as Channel, measures }))
    .sort((a, b) => receivedBy(b.measures) - receivedBy(a.measures) || (a.channel < b.channel ? -1 : 1));
}

export type WaitEvent = Norm["event"];

/** The norm for an event in a channel, with its length in days; null where the portal has none. */
export function normFor(facts: Facts, channel: Channel, event: WaitEvent): { days: number; norm: Norm } | null {
  const norm = facts.norms.find((candidate) => candidate.channel === channel && candidate.event === event);
  return norm ? { days: normInDays(norm), norm } : null;
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
