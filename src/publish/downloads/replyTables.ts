import { replyFigureColumns, replyGroupColumns, replyTextColumns } from "../../codebook/replyColumns.ts";
import { namesOf } from "../../codebook/column.ts";
import type { AnyFacts } from "../../model/facts.ts";
import { outcomes } from "../../model/outcome.ts";
import type { BesideRegion, MarkShare, Replies, ReplySlice, ReplySubject, ReplyVerdict } from "../../model/replies.ts";
import type { Received } from "../../model/replyGroups.ts";
import { type PeriodId, periodIds } from "../../model/subject.ts";
import type { DownloadTable } from "../../words/csv.ts";
import { type Cell, figureCells, noCells, reasonOf, rounded, shareCells } from "../../words/figureCells.ts";
import { nameOf } from "./subjectTable.ts";

/** Rows of each subject and period, begun by what they are about. */
function rowsOf(
  facts: AnyFacts,
  { subjects }: Replies,
  rows: (slice: ReplySlice, subject: ReplySubject) => Cell[][],
): Cell[][] {
  const about = ({ dimension, code }: ReplySubject, period: PeriodId): Cell[] => [
    dimension,
    code,
    nameOf(facts, dimension, code),
    period,
    facts.periods[period].from,
    facts.periods[period].to,
  ];
  return subjects.flatMap((subject) =>
    periodIds.flatMap((period) =>
      rows(subject.periods[period], subject).map((row) => [...about(subject, period), ...row]),
    ),
  );
}

/** How many replies there are and how long their sentences, a row per subject and period. */
export function replyTextsTable(facts: AnyFacts, replies: Replies): DownloadTable {
  const rows = rowsOf(facts, replies, ({ replies: count, eventNotices, unread, readability }, { oneText }) => {
    const isRead = readability.state === "exact";
    const read = isRead ? [readability.n, readability.wordsPerSentence, readability.grade] : noCells(3);
    return [[count, eventNotices, ...read, isRead ? null : readability.reason, oneText, unread]];
  });
  return { header: namesOf(replyTextColumns), rows };
}

function markCells({ mark, raw, corrected, copies, adjusted, region }: MarkShare): Cell[] {
  return [
    mark,
    ...shareCells(raw),
    ...(corrected.state === "exact"
      ? [rounded(corrected.value), rounded(corrected.low), rounded(corrected.high)]
      : noCells(3)),
    ...(adjusted === undefined
      ? noCells(4)
      : [rounded(adjusted.expected), adjusted.ratio, adjusted.low, adjusted.high]),
    reasonOf(raw),
    ...(raw.state === "exact" ? [copies?.replies ?? 0, copies?.found ?? 0] : noCells(2)),
    ...(adjusted === undefined ? noCells(4) : comparedCells(adjusted)),
    ...verdictCells(adjusted?.verdict, region),
  ];
}

/** More or less, and than what: the other agencies, or the region. */
const verdictCells = (amongOthers: ReplyVerdict | undefined, region: BesideRegion | undefined): Cell[] =>
  amongOthers !== undefined ? [amongOthers, "others"] : region === undefined ? noCells(2) : [region.verdict, "region"];

const comparedCells = ({ own }: NonNullable<MarkShare["adjusted"]>): Cell[] => [
  rounded(own.value),
  rounded(own.low),
  rounded(own.high),
  own.replies,
];

/**
 * How often replies are short, repeat, and have the marks that are shown: as found, and of marks corrected for the errors of
 * their rules. A row per subject, period and figure, so that a further mark brings rows and no column.
 */
export function replyFiguresTable(facts: AnyFacts, replies: Replies): DownloadTable {
  const rows = rowsOf(facts, replies, ({ short, shortRegion, repeated, marks }) => [
    [
      "short",
      ...shareCells(short),
      ...noCells(7),
      reasonOf(short),
      ...noCells(6),
      ...verdictCells(undefined, shortRegion),
    ],
    ["repeated", ...shareCells(repeated), ...noCells(7), reasonOf(repeated), ...noCells(8)],
    ...marks.map(markCells),
  ]);
  return { header: namesOf(replyFigureColumns), rows };
}

const receivedCells = ({ n, outcomes: counts, rating }: Received): Cell[] => [
  n,
  ...outcomes.map((outcome) => counts[outcome] ?? 0),
  ...figureCells("mean", rating),
];

/** Groups of repeated replies, a row each; `[…]` in the sample stands for what differs from copy to copy. */
export function replyGroupsTable(facts: AnyFacts, { groups }: Replies): DownloadTable {
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
    ...receivedCells(group.receivers),
    ...receivedCells(group.others),
    group.sample.map((piece) => piece ?? "[…]").join(" "),
    group.elsewhereAgencies,
  ]);
  return { header: namesOf(replyGroupColumns), rows };
}
