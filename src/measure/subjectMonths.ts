import type { Month, Subject } from "../model/facts.ts";
import { isoMonth } from "./civilMonth.ts";
import type { Evidence } from "./evidence.ts";
import { shareDefinitions } from "./definitions.ts";
import { exactCount, tooFew } from "./figure.ts";
import { absencesOf, shareOf, type Tally } from "./measures.ts";
import { gatherWaits, waitsByMonth } from "./subjectWaits.ts";
import { place } from "./tally.ts";
import { medianOf } from "./times.ts";
import { usualRanges, usualReceipts } from "./usualRange.ts";
import type { Members, Workbench } from "./workbench.ts";

/**
 * The subject's months, all channels together and each by itself, over the whole series.
 *
 * @param isDetailed whether to say what became of a month's appeals beside how long they took
 */
export function monthsOf(
  evidence: Evidence,
  bench: Workbench,
  present: readonly number[],
  members: Members,
  isDetailed: boolean,
): Pick<Subject, "months" | "monthsByChannel"> {
  const { series, minimumShown, minimumCompared } = evidence;
  const ways = [null, ...present];
  const tallies = ways.map((channel) =>
    Array.from({ length: series.length }, (_, i) => bench.counts.tally({ first: i + 1, last: i + 1 }, channel)),
  );
  const months = ways.map((channel, way) => {
    const complete = channel === null ? series.complete : series.completeByChannel[channel]!;
    return tallies[way]!.map((tally, i) =>
      monthOf(tally, isoMonth(series.first + i), complete[i]!, minimumShown, isDetailed),
    );
  });
  for (const [event, field] of [
    ["firstReply", "medianFirstReply"],
    ["closing", "medianClosing"],
    ...(isDetailed ? [["inSubstance", "medianInSubstance"] as const] : []),
  ] as const) {
    const ordered = evidence.waits[event];
    gatherWaits(bench.waits, ordered, members[event]);
    ways.forEach((channel, way) => {
      const start = waitsByMonth(bench.waits, channel, series.length);
      months[way]!.forEach((month, i) => {
        if (absencesOf(tallies[way]![i]!)[event] !== null) return;
        const waits = { keys: bench.waits.sliceKeys, from: start[i + 1]!, to: start[i + 2]!, times: ordered.times };
        month[field] = medianOf(bench.run, waits, minimumShown);
      });
    });
  }
  for (const way of months) usualRanges(way, minimumCompared).forEach((usual, i) => (way[i]!.usual = usual));
  usualReceipts(months[0]!, minimumCompared).forEach((usual, i) => (months[0]![i]!.usualReceived = usual));
  return {
    months: months[0]!,
    monthsByChannel: Object.fromEntries(
      present.map((channel, i) => [evidence.columns.lists.channels[channel]!, months[i + 1]!]),
    ),
  };
}

const details = ["closedInNorm", "silent", "resolvedStrict", "resolvedGenerous"] as const;

/** What a month's counters say; the medians and the usual range are filled in where they can be given at all. */
function monthOf(tally: Tally, month: string, complete: boolean, minimumShown: number, isDetailed: boolean): Month {
  const received = tally[place.received]!;
  const absent = absencesOf(tally);
  const few = received > 0 && received < minimumShown;
  return {
    month,
    complete,
    received: exactCount(received),
    closed: received > 0 && absent.closed !== null ? absent.closed : few ? tooFew : exactCount(tally[place.closed]!),
    answeredInNorm: shareOf(tally[place.firstInNorm]!, tally[place.firstJudged]!, minimumShown, absent.firstReplyNorm),
    medianFirstReply: absent.firstReply ?? tooFew,
    medianClosing: absent.closing ?? tooFew,
    usual: null,
    ...(isDetailed && { medianInSubstance: absent.inSubstance ?? tooFew }),
    ...(isDetailed &&
      Object.fromEntries(
        details.map((name) => {
          const { part, whole, absent: reason } = shareDefinitions[name];
          return [name, shareOf(tally[place[part]]!, tally[place[whole]]!, minimumShown, absent[reason])];
        }),
      )),
  };
}
