import type { Channel } from "../../model/channel.ts";
import type { Shift } from "../../model/shifts.ts";
import type { Evidence, SlotRange } from "../evidence.ts";
import { absencesOf, type Tally } from "../measures.ts";
import type { SubjectCounts } from "../subjectCounts.ts";
import type { YearsCompared } from "./yearsCompared.ts";
import { place } from "../tally.ts";

/** A share of a subject's newest months beside that of the same months a year before, both judged at the same age. */
export interface ShiftCell extends Pick<Shift, "dimension" | "code" | "channel" | "figure" | "now" | "before"> {
  readonly channel: Channel;
  /** The same month by month. */
  readonly months: readonly { now: Shift["now"] | null; before: Shift["before"] | null }[];
}

const counters = {
  answeredInNorm: ["firstInNorm", "firstJudged", "beforeFirstInNorm", "beforeFirstJudged", "firstReplyNorm"],
  closedInNorm: ["closeInNorm", "closeJudged", "beforeCloseInNorm", "beforeCloseJudged", "closingNorm"],
} as const satisfies Record<Shift["figure"], readonly unknown[]>;

/**
 * The shares of the subject that has just been counted, for each channel whose exports cover the months of both years whole.
 *
 * @param counts as countSubject left them
 */
export function shiftCellsOf(
  evidence: Evidence,
  counts: SubjectCounts,
  years: YearsCompared,
  dimension: Shift["dimension"],
  code: string,
): ShiftCell[] {
  const { lists } = evidence.columns;
  return evidence.channelOrder.flatMap((channel): ShiftCell[] => {
    const { now: slots, before: earlier } = years;
    const complete = evidence.series.completeByChannel[channel]!;
    const isCovered = ({ first, last }: SlotRange): boolean => complete.slice(first - 1, last).every(Boolean);
    if (!isCovered(slots) || !isCovered(earlier)) return [];
    const [now, before] = [counts.tally(slots, channel), counts.tally(earlier, channel)];
    const [absentNow, absentBefore] = [absencesOf(now), absencesOf(before)];
    const months = Array.from({ length: slots.last - slots.first + 1 }, (_, at) => [
      counts.tally({ first: slots.first + at, last: slots.first + at }, channel),
      counts.tally({ first: earlier.first + at, last: earlier.first + at }, channel),
    ]);
    return (Object.keys(counters) as Shift["figure"][]).flatMap((figure): ShiftCell[] => {
      const [part, whole, beforePart, beforeWhole, absent] = counters[figure];
      const own = countsIn(now, part, whole);
      const other = countsIn(before, beforePart, beforeWhole);
      if (own === null || other === null || absentNow[absent] !== null || absentBefore[absent] !== null) return [];
      return [
        {
          dimension,
          code,
          channel: lists.channels[channel]!,
          figure,
          now: own,
          before: other,
          months: months.map(([month, monthBefore]) => ({
            now: countsIn(month!, part, whole),
            before: countsIn(monthBefore!, beforePart, beforeWhole),
          })),
        },
      ];
    });
  });
}

function countsIn(tally: Tally, part: keyof typeof place, whole: keyof typeof place): Shift["now"] | null {
  const judged = tally[place[whole]]!;
  return judged === 0 ? null : { part: tally[place[part]]!, whole: judged };
}
