import { type Channel } from "../model/channel.ts";
import { type Breakdown, type Dimension, type Measures, type Month, type OutcomesByDay, type Slice, type Subject, type Times } from "../model/facts.ts";
import { breakdownOf } from "./breakdown.ts";
import { isoMonth } from "./civilMonth.ts";
import { type Evidence, type OrderedWaits, type SlotRange } from "./evidence.ts";
import { type Absent, exactCount, missing, tooFew } from "./figure.ts";
import { absencesOf, measuresOf, shareOf } from "./measures.ts";
import { outcomesByDay } from "./outcomesByDay.ts";
import { type SliceId } from "./periods.ts";
import { countSubject, type SubjectCounts, subjectCountsFor } from "./subjectCounts.ts";
import { chooseSlots, gatherWaits, selectChannel, type SubjectWaits, subjectWaitsFor, waitsByMonth } from "./subjectWaits.ts";
import { survivalRunFor, type SurvivalRun } from "./survivalRun.ts";
import { place } from "./tally.ts";
import { absentTimes, medianOf, timesOf } from "./times.ts";
import { usualRanges } from "./usualRange.ts";
import { type WaitEvent } from "./waitOrder.ts";
import { yearBefore } from "./yearBefore.ts";

/** The appeals of one subject: row numbers, and places among the ordered waits for each event, rising. */
export interface Members {
  readonly rows: Uint32Array;
  readonly firstReply: Uint32Array;
  readonly closing: Uint32Array;
}

/** Memory that is used again for every subject. */
export interface Workbench {
  readonly counts: SubjectCounts;
  readonly waits: SubjectWaits;
  readonly run: SurvivalRun;
}

export function workbenchFor(evidence: Evidence): Workbench {
  const largest = Math.max(evidence.waits.firstReply.rows.length, evidence.waits.closing.rows.length);
  return { counts: subjectCountsFor(evidence), waits: subjectWaitsFor(largest, evidence), run: survivalRunFor(largest) };
}

/** All figures of one subject. */
export function subjectOf(evidence: Evidence, bench: Workbench, dimension: Dimension, code: string, members: Members): Subject {
  countSubject(bench.counts, evidence, members.rows);
  const present = evidence.channelOrder.filter((channel) => bench.counts.tally(evidence.slots.all, channel)[place.received]! > 0);
  const estimates = { firstReply: estimated(evidence, bench, "firstReply", members), closing: estimated(evidence, bench, "closing", members) };
  const slice = (id: SliceId): Slice => sliceOf(evidence, bench.counts, present, id, estimates);
  return {
    dimension,
    code,
    periods: { year: slice("year"), all: slice("all"), ...(evidence.slices.includes("month") ? { month: slice("month") } : {}) },
    ...monthsOf(evidence, bench, present, members),
  };
}

interface Estimate {
  readonly times: Times;
  readonly outcomesByDay: OutcomesByDay | Absent;
}

type EstimateOf = (slice: SliceId, channel: number | null) => Estimate;

/** Estimates every slice for one event, before the other event's waits take the same memory. */
function estimated(evidence: Evidence, bench: Workbench, event: WaitEvent, members: Members): EstimateOf {
  const ordered = evidence.waits[event];
  const rules = { minimumShown: evidence.minimumShown, norms: ordered.norms };
  gatherWaits(bench.waits, ordered, members[event]);
  const { sliceKeys: keys, sliceOutcome: outcome } = bench.waits;
  const estimates = new Map<string, Estimate>();
  for (const slice of evidence.slices) {
    chooseSlots(bench.waits, evidence.slots[slice]);
    let whole = 0;
    for (const channel of [null, ...evidence.channelOrder]) {
      const { to, dayPrecise, followed } = selectChannel(bench.waits, channel);
      if (to === 0) continue;
      if (channel === null) whole = to;
      // The only channel is the whole again.
      const same = channel !== null && to === whole ? estimates.get(`${slice} null`) : undefined;
      estimates.set(
        `${slice} ${channel}`,
        same ?? {
          times: timesOf(bench.run, { keys, from: 0, to, times: ordered.times }, dayPrecise, rules),
          outcomesByDay: event === "closing" ? outcomesByDay({ keys, outcome, to, times: ordered.times, followed }) : tooFew,
        },
      );
    }
  }
  const nothing = missing("none-eligible");
  return (slice, channel) => estimates.get(`${slice} ${channel}`) ?? { times: absentTimes(nothing), outcomesByDay: nothing };
}

function sliceOf(evidence: Evidence, counts: SubjectCounts, present: readonly number[], slice: SliceId, estimates: Record<WaitEvent, EstimateOf>): Slice {
  const { lists } = evidence.columns;
  const slots = evidence.slots[slice];
  const here = present.filter((channel) => counts.tally(slots, channel)[place.received]! > 0);
  const few = evidence.minimumShown;
  const measures = (channel: number | null): Measures => {
    const tally = counts.tally(slots, channel);
    const earlier = slotsYearBefore(evidence, slice, channel);
    return measuresOf(
      tally,
      {
        channels: (channel === null ? here : [channel]).map((index) => lists.channels[index]!),
        oldestOpen: counts.oldestOpen(slice, channel),
        firstReply: estimates.firstReply(slice, channel).times,
        closing: estimates.closing(slice, channel).times,
        outcomesByDay: estimates.closing(slice, channel).outcomesByDay,
        yearBefore: earlier === null ? null : yearBefore(tally, counts.tally(earlier, channel), few),
      },
      few,
    );
  };
  const leaves = evidence.tree.ofLeaf;
  const topLevel = (leafCounts: Uint32Array): Breakdown => {
    const top = new Uint32Array(evidence.tree.codes.length + 1);
    leafCounts.forEach((count, leaf) => (top[leaf < leaves.length ? evidence.tree.paths[leaves[leaf]!]![0]! : top.length - 1]! += count));
    return breakdownOf(evidence.tree.codes, top, few);
  };
  const byChannel = <Figures>(figures: (channel: number) => Figures): Partial<Record<Channel, Figures>> =>
    Object.fromEntries(here.map((channel) => [lists.channels[channel]!, figures(channel)]));
  return {
    measures: measures(null),
    byChannel: byChannel(measures),
    topics: topLevel(counts.topics(slice, null)),
    topicsByChannel: byChannel((channel) => topLevel(counts.topics(slice, channel))),
    subtopics: breakdownOf(lists.topics, counts.topics(slice, null), few),
    agencies: breakdownOf(lists.agencies, counts.agencies(slice), few),
    places: breakdownOf(lists.places, counts.places(slice), few),
  };
}

/** The twelve months (or one) before, where the data cover both times whole. */
function slotsYearBefore({ series, slots }: Evidence, slice: SliceId, channel: number | null): SlotRange | null {
  const { first, last } = slots[slice];
  const length = last - first + 1;
  if (slice === "all" || length !== (slice === "year" ? 12 : 1) || first <= 12) return null;
  const complete = channel === null ? series.complete : series.completeByChannel[channel]!;
  const covered = (from: number): boolean => complete.slice(from - 1, from - 1 + length).every(Boolean);
  return covered(first) && covered(first - 12) ? { first: first - 12, last: last - 12 } : null;
}

function monthsOf(evidence: Evidence, bench: Workbench, present: readonly number[], members: Members): Pick<Subject, "months" | "monthsByChannel"> {
  const { series: span, minimumShown } = evidence;
  const ways = [null, ...present];
  const months = ways.map((channel) =>
    Array.from({ length: span.length }, (_, i): Month => {
      const tally = bench.counts.tally({ first: i + 1, last: i + 1 }, channel);
      const received = tally[place.received]!;
      const absent = absencesOf(tally);
      const few = received > 0 && received < minimumShown;
      return {
        month: isoMonth(span.first + i),
        complete: (channel === null ? span.complete : span.completeByChannel[channel]!)[i]!,
        received: exactCount(received),
        closed: received > 0 && absent.closed !== null ? absent.closed : few ? tooFew : exactCount(tally[place.closed]!),
        answeredInNorm: shareOf(tally[place.firstInNorm]!, tally[place.firstJudged]!, minimumShown, absent.firstReplyNorm),
        medianFirstReply: absent.firstReply ?? tooFew,
        medianClosing: absent.closing ?? tooFew,
      };
    }),
  );
  const fill = (event: WaitEvent, field: "medianFirstReply" | "medianClosing", absence: "firstReply" | "closing"): void => {
    const ordered: OrderedWaits = evidence.waits[event];
    gatherWaits(bench.waits, ordered, members[event]);
    ways.forEach((channel, way) => {
      const start = waitsByMonth(bench.waits, channel, span.length);
      months[way]!.forEach((month, i) => {
        if (absencesOf(bench.counts.tally({ first: i + 1, last: i + 1 }, channel))[absence] !== null) return;
        const waits = { keys: bench.waits.sliceKeys, from: start[i + 1]!, to: start[i + 2]!, times: ordered.times };
        month[field] = medianOf(bench.run, waits, minimumShown);
      });
    });
  };
  fill("firstReply", "medianFirstReply", "firstReply");
  fill("closing", "medianClosing", "closing");
  for (const series of months) {
    const usual = usualRanges(series);
    series.forEach((month, i) => (month.usual = usual[i]!));
  }
  return {
    months: months[0]!,
    monthsByChannel: Object.fromEntries(present.map((channel, i) => [evidence.columns.lists.channels[channel]!, months[i + 1]!])),
  };
}
