import { type AnyFacts, periodIds } from "../../model/facts.ts";
import { type Share } from "../../model/figures.ts";
import { type Replies, type ReplyMonth, type ReplySlice } from "../../model/replies.ts";
import { type DownloadTable } from "../../words/csv.ts";
import { type Cell, meanCell, noCells, rounded } from "../../words/figureCells.ts";
import { nameOf } from "./subjectTable.ts";

/** A gap of a sample as tables write it: there the copies differ. */
const gap = "[…]";

/** Groups of nearly identical replies, a row each; which appeals they are, appeals.csv says in reply_group. */
export function replyGroupTable(facts: AnyFacts, { groups }: Replies): DownloadTable {
  const address = facts.portal.address.replace(/\/$/u, "");
  return {
    header: [
      "id",
      "agency",
      "agency_name",
      "appeals",
      "event_notice",
      "topics",
      "places",
      "first_month",
      "last_month",
      "most_within_days",
      "one_place",
      "elsewhere",
      "rating_mean",
      "rating_mean_others",
      "sample",
      "address",
    ],
    rows: groups.map((group): Cell[] => [
      group.id,
      group.agency,
      nameOf(facts, "agency", group.agency ?? ""),
      group.appeals.length,
      group.isEventNotice ? "yes" : "no",
      group.topics.length,
      group.places.length,
      group.months[0]!.month,
      group.months.at(-1)!.month,
      group.mostWithinDays,
      rounded(group.onePlace),
      group.elsewhere,
      meanCell(group.receivers.rating),
      meanCell(group.others.rating),
      group.sample.map((part) => part ?? gap).join(" "),
      `${address}/replies/${group.id}/`,
    ]),
  };
}

type Absent = Exclude<Share, { state: "exact" }>;

const reasonCell = (figure: Absent): Cell => figure.reason;

/** figure, value, low, high, part, whole, expected, reason */
function shareRow(figure: string, share: Share): Cell[] {
  return share.state === "exact"
    ? [figure, rounded(share.value), rounded(share.low), rounded(share.high), share.part, share.whole, null, null]
    : [figure, ...noCells(6), reasonCell(share)];
}

/** Shares as found and as corrected for the errors of the rule; a mark that is hidden has no row. */
function figureRows({
  short,
  repeated,
  marks,
}: Pick<ReplySlice | ReplyMonth, "short" | "repeated"> & Pick<ReplySlice, "marks">): Cell[][] {
  return [
    shareRow("short", short),
    shareRow("repeated", repeated),
    ...marks.flatMap(({ mark, raw, corrected, adjusted }) => [
      shareRow(`${mark}_found`, raw),
      corrected.state === "exact"
        ? [
            mark,
            rounded(corrected.value),
            rounded(corrected.low),
            rounded(corrected.high),
            null,
            null,
            adjusted === undefined ? null : rounded(adjusted.expected),
            null,
          ]
        : [mark, ...noCells(6), reasonCell(corrected)],
    ]),
  ];
}

/** What replies contain, of the region, agencies and topics: a row for each figure of each period and month. */
export function replyShareTable(facts: AnyFacts, { subjects }: Replies): DownloadTable {
  return {
    header: [
      "dimension",
      "code",
      "name",
      "period",
      "replies",
      "event_notices",
      "figure",
      "value",
      "low",
      "high",
      "part",
      "whole",
      "expected",
      "reason",
    ],
    rows: subjects.flatMap(({ dimension, code, periods, months }) => {
      const lead = [dimension, code, nameOf(facts, dimension, code)];
      return [
        ...periodIds.flatMap((period) => {
          const slice = periods[period];
          return figureRows(slice).map((row) => [...lead, period, slice.replies, slice.eventNotices, ...row]);
        }),
        ...months.flatMap((month) =>
          figureRows(month).map((row) => [...lead, month.month, month.replies, null, ...row]),
        ),
      ];
    }),
  };
}
