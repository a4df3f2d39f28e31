import type { Channel } from "../model/channel.ts";
import type { Breakdown, Measures, OutcomesByDay, Slice, Times } from "../model/facts.ts";
import type { TimedEvent } from "../model/events/event.ts";
import { breakdownOf } from "./breakdown.ts";
import type { Evidence, SlotRange } from "./evidence.ts";
import { type Absent, missing, tooFew } from "./figure.ts";
import { measuresOf } from "./measures.ts";
import { outcomesByDay } from "./outcomesByDay.ts";
import type { SliceId } from "./periods.ts";
import type { SubjectCounts } from "./subjectCounts.ts";
import { chooseSlots, gatherWaits, selectChannel } from "./subjectWaits.ts";
import { place } from "./tally.ts";
import { absentTimes, timesOf } from "./times.ts";
import type { Members, Workbench } from "./workbench.ts";
import { yearBefore } from "./yearBefore.ts";

interface Estimate {
  readonly times: Times;
  readonly outcomesByDay: OutcomesByDay | Absent;
}

/** The estimates of a period and a channel (null: of all together). */
export type EstimateOf = (slice: SliceId, channel: number | null) => Estimate;

/** Estimates every slice for one event, before the other event's waits take the same memory. */
export function estimatesOf(evidence: Evidence, bench: Workbench, event: TimedEvent, members: Members): EstimateOf {
  const ordered = evidence.waits[event];
  const rules = { minimumShown: evidence.minimumShown, norms: ordered.norms };
  gatherWaits(bench.waits, ordered, members[event]);
  const { sliceKeys: keys, sliceOutcome: outcome } = bench.waits;
  const estimates = new Map<string, Estimate>();
  for (const slice of evidence.slices) {
    chooseSlots(bench.waits, evidence.slots[slice]);
    let whole = 0;
    for (const channel of [null, ...evidence.channelOrder]) {
      const { all, to, never, followed, ...known } = selectChannel(bench.waits, channel);
      if (all === 0) continue;
      if (channel === null) whole = all;
      // The only channel is the whole again.
      const same = channel !== null && all === whole ? estimates.get(`${slice} null`) : undefined;
      estimates.set(
        `${slice} ${channel}`,
        same ?? {
          times: timesOf(bench.run, { keys, from: 0, to, times: ordered.times }, known, followed.at(-1)!, never, rules),
          outcomesByDay:
            event === "closing" ? outcomesByDay({ keys, outcome, to, times: ordered.times, followed }) : tooFew,
        },
      );
    }
  }
  const nothing = missing("none-eligible");
  return (slice, channel) =>
    estimates.get(`${slice} ${channel}`) ?? { times: absentTimes(nothing), outcomesByDay: nothing };
}

/** The figures of one period of the subject that was counted and estimated. */
export function sliceOf(
  evidence: Evidence,
  counts: SubjectCounts,
  present: readonly number[],
  slice: SliceId,
  estimates: Record<TimedEvent, EstimateOf>,
): Slice {
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
        inSubstance: estimates.inSubstance(slice, channel).times,
        agencyFirstReply: estimates.agencyFirstReply(slice, channel).times,
        agencyClosing: estimates.agencyClosing(slice, channel).times,
        outcomesByDay: estimates.closing(slice, channel).outcomesByDay,
        rules: counts.rules(slice, channel),
        yearBefore: earlier === null ? null : yearBefore(tally, counts.tally(earlier, channel), few),
      },
      few,
    );
  };
  const leaves = evidence.tree.ofLeaf;
  const topLevel = (leafCounts: Uint32Array): Breakdown => {
    const top = new Uint32Array(evidence.tree.codes.length + 1);
    leafCounts.forEach(
      (count, leaf) => (top[leaf < leaves.length ? evidence.tree.paths[leaves[leaf]!]![0]! : top.length - 1]! += count),
    );
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
