import { namesOf } from "../../codebook/column.ts";
import { remainingColumns } from "../../codebook/waitColumns.ts";
import { type Crossings, sliceOfCrossing } from "../../model/crossings.ts";
import { appealEvents } from "../../model/events/event.ts";
import type { Slice, StoredFacts } from "../../model/facts.ts";
import { remainingWait, waitedSteps, waitingAfter } from "../../model/remainingWait.ts";
import { withRepeats } from "../../model/singleChannel.ts";
import { channelsOf, periodOf } from "../../model/subjectsOfFacts.ts";
import type { DownloadTable } from "../../words/csv.ts";
import type { Cell } from "../../words/figureCells.ts";
import { nameOf } from "./subjectTable.ts";

/**
 * How much longer those wait who have waited some days, of everything whose page tells it: the region, agencies, topics, places,
 * and topics in one place. Of each channel by itself: waits of several are never mixed.
 */
export function remainingTable(stored: StoredFacts, { crossings }: Pick<Crossings, "crossings">): DownloadTable {
  const facts = withRepeats(stored);
  const ofSubjects = facts.subjects
    .filter(({ dimension, code }) => dimension === "region" || (dimension !== "channel" && code !== ""))
    .flatMap((subject) => {
      const { dimension, code } = subject;
      const period = periodOf(facts, subject);
      return rowsOf([dimension, code, nameOf(facts, dimension, code), period], subject.periods[period], null);
    });
  const ofCrossings = crossings.flatMap((crossing) => {
    const slice = sliceOfCrossing(crossing);
    const { topic, place } = crossing;
    return slice === null ? [] : rowsOf(["topic", topic, nameOf(facts, "topic", topic), "year"], slice, place);
  });
  return { header: namesOf(remainingColumns), rows: [...ofSubjects, ...ofCrossings] };
}

/** @param place of a topic in one place; null: everywhere */
const rowsOf = (named: readonly Cell[], slice: Slice, place: string | null): Cell[][] =>
  channelsOf(slice).flatMap(({ channel, measures }) =>
    appealEvents.flatMap((event) =>
      waitedSteps.flatMap((waited): Cell[][] => {
        const times = event === "closing" ? measures.closing : measures.firstReply;
        const left = remainingWait(times, waited);
        return left === null
          ? []
          : [
              [
                ...[...named, channel, event, waited, left.half, left.nineOfTen, left.known],
                ...[left.threeQuarters, Math.round(left.left * 1e4) / 1e4, waitingAfter(times, waited), place],
              ],
            ];
      }),
    ),
  );
