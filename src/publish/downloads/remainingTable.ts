import { namesOf } from "../../codebook/column.ts";
import { remainingColumns } from "../../codebook/waitColumns.ts";
import { appealEvents } from "../../model/events/event.ts";
import { type StoredFacts } from "../../model/facts.ts";
import { remainingWait, waitedSteps } from "../../model/remainingWait.ts";
import { withRepeats } from "../../model/singleChannel.ts";
import { channelsOf, periodOf } from "../../model/subjectsOfFacts.ts";
import { type DownloadTable } from "../../words/csv.ts";
import { type Cell } from "../../words/figureCells.ts";
import { nameOf } from "./subjectTable.ts";

/**
 * How much longer those wait who have waited some days: of the region and of every topic, as the overview and the pages of
 * appeals tell it. Of each channel by itself: waits of several are never mixed.
 */
export function remainingTable(stored: StoredFacts): DownloadTable {
  const facts = withRepeats(stored);
  const rows = facts.subjects
    .filter(({ dimension, code }) => dimension === "region" || (dimension === "topic" && code !== ""))
    .flatMap((subject) => {
      const period = periodOf(facts, subject);
      return channelsOf(subject.periods[period]).flatMap(({ channel, measures }) =>
        appealEvents.flatMap((event) =>
          waitedSteps.flatMap((waited): Cell[][] => {
            const left = remainingWait(event === "closing" ? measures.closing : measures.firstReply, waited);
            return left === null
              ? []
              : [
                  [
                    ...[subject.dimension, subject.code, nameOf(facts, subject.dimension, subject.code)],
                    ...[period, channel, event, waited, left.half, left.nineOfTen, left.known],
                    ...[left.threeQuarters, Math.round(left.left * 1e4) / 1e4],
                  ],
                ];
          }),
        ),
      );
    });
  return { header: namesOf(remainingColumns), rows };
}
