import { type Channel } from "../model/channel.ts";
import { type Breakdown, type Dimension, type Measures, type Month, type PeriodId, type Slice, type Subject, type Times } from "../model/facts.ts";
import { breakdownOf } from "./breakdown.ts";
import { isoMonth } from "./civilMonth.ts";
import { type Evidence, type OrderedWaits } from "./evidence.ts";
import { exactCount, tooFew } from "./figure.ts";
import { absencesOf, measuresOf, shareOf, type Tally } from "./measures.ts";
import { countSubject, type SubjectCounts, subjectCountsFor } from "./subjectCounts.ts";
import { gatherWaits, type SubjectWaits, subjectWaitsFor, waitsByMonth, waitsOfSlice } from "./subjectWaits.ts";
import { survivalRunFor, type SurvivalRun } from "./survivalRun.ts";
import { place } from "./tally.ts";
import { absentTimes, medianOf, timesOf } from "./times.ts";
import { type WaitEvent } from "./waitOrder.ts";

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

const periodIds: readonly PeriodId[] = ["year", "all"];

/** All figures of one subject. */
export function subjectOf(evidence: Evidence, bench: Workbench, dimension: Dimension, code: string, members: Members): Subject {
  countSubject(bench.counts, evidence, members.rows);
  const present = evidence.channelOrder.filter((channel) => bench.counts.tally("all", channel)[place.received]! > 0);
  const times = { firstReply: sliceTimes(evidence, bench, "firstReply", members), closing: sliceTimes(evidence, bench, "closing", members) };
  const slice = (period: PeriodId): Slice => sliceOf(evidence, bench.counts, present, period, times);
  return {
    dimension,
    code,
    periods: { year: slice("year"), all: slice("all") },
    ...monthsOf(evidence, bench, present, members),
  };
}

type TimesOfSlice = (period: PeriodId, channel: number | null) => Times;

/** Estimates every slice of one event, before the other event's waits take the same memory. */
function sliceTimes(evidence: Evidence, bench: Workbench, event: WaitEvent, members: Members): TimesOfSlice {
  const ordered = evidence.waits[event];
  gatherWaits(bench.waits, ordered, members[event]);
  const estimated = new Map<string, Times>();
  for (const period of periodIds) {
    for (const channel of [null, ...evidence.channelOrder]) {
      const { to, dayPrecise } = waitsOfSlice(bench.waits, period === "all" ? null : evidence.yearSlots, channel);
      if (to === 0) continue;
      const waits = { keys: bench.waits.sliceKeys, from: 0, to, times: ordered.times };
      estimated.set(`${period} ${channel}`, timesOf(bench.run, waits, dayPrecise, { minimumShown: evidence.minimumShown, norms: ordered.norms }));
    }
  }
  return (period, channel) => estimated.get(`${period} ${channel}`) ?? absentTimes({ state: "missing", reason: "none-eligible" });
}

function sliceOf(evidence: Evidence, counts: SubjectCounts, present: readonly number[], period: PeriodId, times: Record<WaitEvent, TimesOfSlice>): Slice {
  const { lists } = evidence.columns;
  const here = present.filter((channel) => counts.tally(period, channel)[place.received]! > 0);
  const few = evidence.minimumShown;
  const measures = (tally: Tally, of: readonly number[], channel: number | null): Measures =>
    measuresOf(tally, of.map((index) => lists.channels[index]!), counts.oldestOpen(period, channel), few, (event, absent) =>
      absent === null ? times[event](period, channel) : absentTimes(absent),
    );
  const leaves = evidence.tree.ofLeaf;
  const topLevel = (leafCounts: Uint32Array): Breakdown => {
    const top = new Uint32Array(evidence.tree.codes.length + 1);
    leafCounts.forEach((count, leaf) => (top[leaf < leaves.length ? evidence.tree.paths[leaves[leaf]!]![0]! : top.length - 1]! += count));
    return breakdownOf(evidence.tree.codes, top, few);
  };
  const byChannel = <Figures>(figures: (channel: number) => Figures): Partial<Record<Channel, Figures>> =>
    Object.fromEntries(here.map((channel) => [lists.channels[channel]!, figures(channel)]));
  return {
    measures: measures(counts.tally(period, null), here, null),
    byChannel: byChannel((channel) => measures(counts.tally(period, channel), [channel], channel)),
    topics: topLevel(counts.topics(period, null)),
    topicsByChannel: byChannel((channel) => topLevel(counts.topics(period, channel))),
    subtopics: breakdownOf(lists.topics, counts.topics(period, null), few),
    agencies: breakdownOf(lists.agencies, counts.agencies(period), few),
    places: breakdownOf(lists.places, counts.places(period), few),
  };
}

function monthsOf(evidence: Evidence, bench: Workbench, present: readonly number[], members: Members): Pick<Subject, "months" | "monthsByChannel"> {
  const { series, minimumShown } = evidence;
  const ways = [null, ...present];
  const months = ways.map((channel) =>
    Array.from({ length: series.length }, (_, i): Month => {
      const tally = bench.counts.monthTally(i + 1, channel);
      const received = tally[place.received]!;
      const absent = absencesOf(tally);
      const few = received > 0 && received < minimumShown;
      return {
        month: isoMonth(series.first + i),
        complete: (channel === null ? series.complete : series.completeByChannel[channel]!)[i]!,
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
      const start = waitsByMonth(bench.waits, channel, series.length);
      months[way]!.forEach((month, i) => {
        if (absencesOf(bench.counts.monthTally(i + 1, channel))[absence] !== null) return;
        const waits = { keys: bench.waits.sliceKeys, from: start[i + 1]!, to: start[i + 2]!, times: ordered.times };
        month[field] = medianOf(bench.run, waits, minimumShown);
      });
    });
  };
  fill("firstReply", "medianFirstReply", "firstReply");
  fill("closing", "medianClosing", "closing");
  return {
    months: months[0]!,
    monthsByChannel: Object.fromEntries(present.map((channel, i) => [evidence.columns.lists.channels[channel]!, months[i + 1]!])),
  };
}
