import { type AnyFacts } from "../../model/facts.ts";
import { outcomes } from "../../model/outcome.ts";
import { type CorrectedShare, type MarkShare, type Replies, type ReplySlice } from "../../model/replies.ts";
import { type Received } from "../../model/replyGroups.ts";
import { periodIds } from "../../model/subject.ts";
import { type DownloadTable } from "../../words/csv.ts";
import { type Cell, meanCell, noCells, reasonOf, rounded, shareCells } from "../../words/figureCells.ts";
import { reasonColumn, shareColumns } from "./measureColumns.ts";
import { nameOf } from "./subjectTable.ts";

/** How a mark is called in columns: `only_acknowledged`. */
export const markColumn = (mark: string): string => mark.replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);

const correctedCells = (share: CorrectedShare): Cell[] =>
  share.state === "exact" ? [rounded(share.value), rounded(share.low), rounded(share.high)] : noCells(3);

const markHeader = (mark: string): string[] => {
  const name = markColumn(mark);
  return [
    ...shareColumns(`${name}_found`),
    name,
    `${name}_low`,
    `${name}_high`,
    `${name}_expected`,
    `${name}_ratio`,
    `${name}_ratio_low`,
    `${name}_ratio_high`,
  ];
};

function markCells({ raw, corrected, adjusted }: MarkShare): Cell[] {
  const { expected = null, ratio = null, low = null, high = null } = adjusted ?? {};
  return [
    ...shareCells(raw),
    ...correctedCells(corrected),
    expected === null ? null : rounded(expected),
    ratio,
    low,
    high,
  ];
}

function readabilityCells(readability: ReplySlice["readability"]): Cell[] {
  return readability.state === "exact" ? [readability.n, readability.wordsPerSentence, readability.grade] : noCells(3);
}

/**
 * What replies contain, a row per subject and period; of marks those that are shown: as found, and corrected for the errors of their
 * rules. The columns of further marks come behind those of the marks that there are.
 */
export function repliesTable(facts: AnyFacts, { subjects, marks }: Replies): DownloadTable {
  const shown = marks.filter(({ hidden }) => hidden === null).map(({ mark }) => mark);
  const header = [
    "dimension",
    "code",
    "name",
    "period",
    "from",
    "to",
    "replies",
    "event_notices",
    ...shareColumns("short"),
    ...shareColumns("repeated"),
    "long_replies",
    "words_per_sentence",
    "grade",
    "one_text",
    ...["short", "repeated", "words_per_sentence"].map(reasonColumn),
    ...shown.flatMap((mark) => [...markHeader(mark), reasonColumn(markColumn(mark))]),
  ];
  const rows = subjects.flatMap(({ dimension, code, periods, oneText }) =>
    periodIds.map((period): Cell[] => {
      const { replies, eventNotices, short, repeated, readability, marks: shares } = periods[period];
      return [
        dimension,
        code,
        nameOf(facts, dimension, code),
        period,
        facts.periods[period].from,
        facts.periods[period].to,
        replies,
        eventNotices,
        ...shareCells(short),
        ...shareCells(repeated),
        ...readabilityCells(readability),
        oneText,
        reasonOf(short),
        reasonOf(repeated),
        readability.state === "exact" ? null : readability.reason,
        ...shares.flatMap((share) => [...markCells(share), reasonOf(share.raw)]),
      ];
    }),
  );
  return { header, rows };
}

const receivedHeader = (who: string): string[] => [
  who,
  ...outcomes.map((outcome) => `${who}_${outcome}`),
  `${who}_rating`,
];
const receivedCells = ({ n, outcomes: counts, rating }: Received): Cell[] => [
  n,
  ...outcomes.map((outcome) => counts[outcome] ?? 0),
  meanCell(rating),
];

/** Groups of repeated replies, a row each; `[…]` in the sample stands for what differs from copy to copy. */
export function replyGroupsTable(facts: AnyFacts, { groups }: Replies): DownloadTable {
  const header = [
    "id",
    "agency",
    "agency_name",
    "kind",
    "appeals",
    "elsewhere",
    "topics",
    "places",
    "first_month",
    "last_month",
    "most_within_days",
    "one_place",
    ...receivedHeader("receivers"),
    ...receivedHeader("others"),
    "sample",
  ];
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
  ]);
  return { header, rows };
}
