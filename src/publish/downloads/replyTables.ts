import { namesOf } from "../../codebook/column.ts";
import { replyFigureColumns, replyGroupColumns } from "../../codebook/replyColumns.ts";
import { type AnyFacts } from "../../model/facts.ts";
import { type Share } from "../../model/figures.ts";
import { type MarkShare, type Replies, type ReplySlice } from "../../model/replies.ts";
import { periodIds } from "../../model/subject.ts";
import { type DownloadTable } from "../../words/csv.ts";
import { type Cell, figureCells, noCells, reasonOf, rounded } from "../../words/figureCells.ts";
import { nameOf } from "./subjectTable.ts";

/** figure, share and its limits, found, of, what was to be expected, why it is not there */
function plainCells(figure: string, share: Share): Cell[] {
  const told =
    share.state === "exact"
      ? [rounded(share.value), rounded(share.low), rounded(share.high), rounded(share.value), share.whole]
      : noCells(5);
  return [figure, ...told, ...noCells(4), reasonOf(share)];
}

/** The same of a mark: its share is corrected for the errors of its rule, what the rule found stands beside it. */
function markCells({ mark, raw, corrected, adjusted }: MarkShare): Cell[] {
  const share =
    corrected.state === "exact"
      ? [rounded(corrected.value), rounded(corrected.low), rounded(corrected.high)]
      : noCells(3);
  const found = raw.state === "exact" ? [rounded(raw.value), raw.whole] : noCells(2);
  const { expected = null, ratio = null, low = null, high = null } = adjusted ?? {};
  return [
    mark,
    ...share,
    ...found,
    ...[expected === null ? null : rounded(expected), ratio, low, high],
    corrected.state === "exact" ? null : corrected.reason,
  ];
}

const figureRows = ({ short, repeated, marks }: ReplySlice): Cell[][] => [
  plainCells("short", short),
  plainCells("repeated", repeated),
  ...marks.map(markCells),
];

/** What replies contain: a row per subject, period and figure; of marks those that are shown. */
export function replyFiguresTable(facts: AnyFacts, { subjects }: Pick<Replies, "subjects">): DownloadTable {
  const rows = subjects.flatMap(({ dimension, code, periods }) =>
    periodIds.flatMap((period) => {
      const slice = periods[period];
      const { from, to } = facts.periods[period];
      const leading = [dimension, code, nameOf(facts, dimension, code), period, from, to];
      return figureRows(slice).map((cells): Cell[] => [...leading, slice.replies, slice.eventNotices, ...cells]);
    }),
  );
  return { header: namesOf(replyFigureColumns), rows };
}

/** Groups of repeated replies, a row each; `[…]` in the sample stands for what differs from copy to copy. */
export function replyGroupsTable(facts: AnyFacts, { groups }: Pick<Replies, "groups">): DownloadTable {
  const rows = groups.map((group): Cell[] => [
    group.id,
    group.agency,
    group.agency === null ? null : nameOf(facts, "agency", group.agency),
    group.isEventNotice ? "event" : "repeated",
    group.appeals.length,
    group.elsewhere,
    group.topics.length,
    group.places.length,
    group.months[0]!.month,
    group.months.at(-1)!.month,
    group.mostWithinDays,
    rounded(group.onePlace),
    figureCells("mean", group.receivers.rating)[0]!,
    figureCells("mean", group.others.rating)[0]!,
    group.sample.map((piece) => piece ?? "[…]").join(" "),
  ]);
  return { header: namesOf(replyGroupColumns), rows };
}
