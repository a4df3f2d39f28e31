import { type Column } from "./column.ts";

const share = { type: "number", unit: "share", empty: "figure", reason: "reason" } as const;
const limit = { type: "number", unit: "share", empty: "limit" } as const;
const ratio = { type: "number", unit: "ratio", empty: "not-adjusted" } as const;
const appeals = { type: "integer", unit: "appeals", empty: "never" } as const;

/** Columns of reply-figures.csv, in order: a contract. */
export const replyFigureColumns: readonly Column[] = [
  { name: "dimension", type: "code", codes: "repliesOf", words: "subject.dimension", empty: "never" },
  { name: "code", type: "code", words: "subject.code", empty: "region" },
  { name: "name", type: "string", words: "subject.name", empty: "not-stated" },
  { name: "period", type: "code", codes: "period", words: "period", empty: "never" },
  { name: "from", type: "date", words: "from", empty: "never" },
  { name: "to", type: "date", words: "to", empty: "never" },
  { ...appeals, name: "replies", words: "reply.replies" },
  { ...appeals, name: "event_notices", words: "reply.event_notices" },
  { name: "figure", type: "code", codes: "replyFigure", words: "reply.figure", empty: "never" },
  { ...share, name: "share", words: "reply.share" },
  { ...limit, name: "share_low", words: "reply.share_low" },
  { ...limit, name: "share_high", words: "reply.share_high" },
  { ...limit, name: "found", words: "reply.found" },
  { name: "of", type: "integer", unit: "appeals", words: "reply.of", empty: "limit" },
  { ...ratio, unit: "share", name: "expected", words: "reply.expected" },
  { ...ratio, name: "ratio", words: "reply.ratio" },
  { ...ratio, name: "ratio_low", words: "reply.ratio_low" },
  { ...ratio, name: "ratio_high", words: "reply.ratio_high" },
  { name: "reason", type: "code", codes: "reason", words: "reply.reason", empty: "reason" },
];

/** Columns of reply-groups.csv, in order: a contract. */
export const replyGroupColumns: readonly Column[] = [
  { name: "id", type: "string", words: "reply.id", empty: "never" },
  { name: "agency", type: "code", vocabulary: "agency", words: "comparison.agency", empty: "not-stated" },
  { name: "agency_name", type: "string", words: "comparison.name", empty: "not-stated" },
  { name: "kind", type: "code", codes: "replyGroup", words: "reply.kind", empty: "never" },
  { ...appeals, name: "appeals", words: "reply.appeals" },
  { ...appeals, name: "elsewhere", words: "reply.elsewhere" },
  { name: "topics", type: "integer", words: "reply.topics", empty: "never" },
  { name: "places", type: "integer", words: "reply.places", empty: "never" },
  { name: "first_month", type: "month", words: "reply.first_month", empty: "never" },
  { name: "last_month", type: "month", words: "reply.last_month", empty: "never" },
  { name: "most_within_days", type: "integer", unit: "days", words: "reply.most_within_days", empty: "never" },
  { name: "one_place", type: "number", unit: "share", words: "reply.one_place", empty: "never" },
  { name: "receivers_rating", type: "number", unit: "marks", words: "reply.receivers_rating", empty: "few-ratings" },
  { name: "others_rating", type: "number", unit: "marks", words: "reply.others_rating", empty: "few-ratings" },
  { name: "sample", type: "string", words: "reply.sample", empty: "never" },
];
