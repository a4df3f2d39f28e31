import type { Dimension, Slice, Subject } from "../model/facts.ts";
import { byTimedEvent } from "../model/events/event.ts";
import type { Evidence } from "./evidence.ts";
import type { SliceId } from "./periods.ts";
import { estimatesOf, sliceOf } from "./slice.ts";
import { countSubject } from "./subjectCounts.ts";
import { monthsOf } from "./subjectMonths.ts";
import { place } from "./tally.ts";
import type { Members, Workbench } from "./workbench.ts";

/** The last twelve months of a subject. */
export interface YearOfSubject extends Pick<Subject, "dimension" | "code"> {
  year: Slice;
}

/** The figures of one subject's last twelve months, where the evidence has no other slices. */
export function yearOf(
  evidence: Evidence,
  bench: Workbench,
  dimension: Dimension,
  code: string,
  members: Members,
): YearOfSubject {
  return { dimension, code, year: slicesOf(evidence, bench, members).slice("year") };
}

/** All figures of one subject. */
export function subjectOf(
  evidence: Evidence,
  bench: Workbench,
  dimension: Dimension,
  code: string,
  members: Members,
): Subject {
  const { present, slice } = slicesOf(evidence, bench, members);
  const afterYear = bench.counts.tally({ first: evidence.slots.year.last + 1, last: evidence.slots.all.last }, null);
  return {
    dimension,
    code,
    periods: {
      year: slice("year"),
      all: slice("all"),
      ...(evidence.slices.includes("month") ? { month: slice("month") } : {}),
    },
    ...(afterYear[place.received]! > 0 ? { receivedAfterYear: true } : {}),
    ...monthsOf(evidence, bench, present, members, dimension === "region" || dimension === "agency"),
  };
}

/** Counts a subject; gives the channels that it has appeals of, and its figures slice by slice. */
function slicesOf(
  evidence: Evidence,
  bench: Workbench,
  members: Members,
): { present: readonly number[]; slice: (id: SliceId) => Slice } {
  countSubject(bench.counts, evidence, members.rows);
  const present = evidence.channelOrder.filter(
    (channel) => bench.counts.tally(evidence.slots.all, channel)[place.received]! > 0,
  );
  const estimates = byTimedEvent((event) => estimatesOf(evidence, bench, event, members));
  return { present, slice: (id) => sliceOf(evidence, bench.counts, present, id, estimates) };
}
