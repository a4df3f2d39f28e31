import { outcomes } from "../model/outcome.ts";
import type { Column } from "./column.ts";

const subject = [
  { name: "dimension", type: "code", codes: "dimension", words: "subject.dimension", empty: "never" },
  { name: "code", type: "code", words: "subject.code", empty: "region" },
  { name: "name", type: "string", words: "subject.name", empty: "not-stated" },
  { name: "period", type: "code", codes: "period", words: "period", empty: "never" },
  { name: "from", type: "date", words: "from", empty: "never" },
  { name: "to", type: "date", words: "to", empty: "never" },
] as const satisfies readonly Column[];

/** Columns of reply-texts.csv, in order: a contract. */
export const replyTextColumns: readonly Column[] = [
  ...subject,
  { name: "replies", type: "integer", unit: "replies", words: "replies.replies", empty: "never" },
  { name: "event_notices", type: "integer", unit: "replies", words: "replies.event_notices", empty: "never" },
  { name: "long_replies", type: "integer", unit: "replies", words: "replies.long_replies", empty: "readability" },
  { name: "words_per_sentence", type: "number", words: "replies.words_per_sentence", empty: "readability" },
  { name: "grade", type: "number", words: "replies.grade", empty: "readability" },
  { name: "reason", type: "code", codes: "reason", words: "replies.reason", empty: "reason" },
  { name: "one_text", type: "string", words: "replies.one_text", empty: "nothing" },
  { name: "unread", type: "integer", unit: "replies", words: "replies.unread", empty: "never" },
];

const found = { type: "number", unit: "share", empty: "figure", reason: "reason" } as const;
const adjusted = { type: "number", empty: "not-adjusted" } as const;
const copies = { type: "integer", unit: "replies", empty: "not-corrected" } as const;

/** Columns of reply-figures.csv, a row per subject, period and figure, in order: a contract. */
export const replyFigureColumns: readonly Column[] = [
  ...subject,
  { name: "figure", type: "code", codes: "replyFigure", words: "replies.figure", empty: "never" },
  { ...found, name: "found", words: "replies.found" },
  { ...found, name: "found_low", words: "replies.found_low" },
  { ...found, name: "found_high", words: "replies.found_high" },
  { name: "of", type: "integer", unit: "replies", words: "replies.of", empty: "figure", reason: "reason" },
  { ...adjusted, name: "corrected", unit: "share", words: "replies.corrected", empty: "not-corrected" },
  { ...adjusted, name: "corrected_low", unit: "share", words: "replies.corrected_low", empty: "not-corrected" },
  { ...adjusted, name: "corrected_high", unit: "share", words: "replies.corrected_high", empty: "not-corrected" },
  { ...adjusted, name: "expected", unit: "share", words: "replies.expected" },
  { ...adjusted, name: "ratio", unit: "ratio", words: "replies.ratio" },
  { ...adjusted, name: "ratio_low", unit: "ratio", words: "replies.ratio_low" },
  { ...adjusted, name: "ratio_high", unit: "ratio", words: "replies.ratio_high" },
  { name: "reason", type: "code", codes: "reason", words: "replies.reason", empty: "reason" },
  { ...copies, name: "copies", words: "replies.copies" },
  { ...copies, name: "copies_found", words: "replies.copies_found" },
  { ...adjusted, name: "compared", unit: "share", words: "replies.compared" },
  { ...adjusted, name: "compared_low", unit: "share", words: "replies.compared_low" },
  { ...adjusted, name: "compared_high", unit: "share", words: "replies.compared_high" },
  { name: "compared_of", type: "integer", unit: "replies", words: "replies.compared_of", empty: "not-adjusted" },
  { name: "verdict", type: "code", codes: "replyVerdict", words: "replies.verdict", empty: "replies-not-compared" },
  {
    name: "verdict_beside",
    type: "code",
    codes: "replyComparison",
    words: "replies.verdict_beside",
    empty: "replies-not-compared",
  },
];

const received = (of: "receivers" | "others"): readonly Column[] => [
  { name: of, type: "integer", unit: "appeals", words: `group.${of}`, empty: "never" },
  ...outcomes.map((outcome): Column => ({
    name: `${of}_${outcome}`,
    type: "integer",
    unit: "appeals",
    words: { outcome, of },
    empty: "never",
  })),
  { name: `${of}_rating`, type: "number", unit: "points", words: `group.${of}_rating`, empty: "not-rated" },
];

/** Columns of reply-groups.csv, in order: a contract. */
export const replyGroupColumns: readonly Column[] = [
  { name: "id", type: "string", words: "group.id", empty: "never" },
  { name: "agency", type: "code", vocabulary: "agency", words: "group.agency", empty: "not-stated" },
  { name: "agency_name", type: "string", words: "group.agency_name", empty: "not-stated" },
  { name: "kind", type: "code", codes: "repetition", words: "group.kind", empty: "never" },
  { name: "appeals", type: "integer", unit: "appeals", words: "group.appeals", empty: "never" },
  { name: "elsewhere", type: "integer", unit: "replies", words: "group.elsewhere", empty: "never" },
  { name: "topics", type: "integer", words: "group.topics", empty: "never" },
  { name: "places", type: "integer", words: "group.places", empty: "never" },
  { name: "first_month", type: "month", words: "group.first_month", empty: "never" },
  { name: "last_month", type: "month", words: "group.last_month", empty: "never" },
  { name: "most_within_days", type: "integer", unit: "days", words: "group.most_within_days", empty: "never" },
  { name: "one_place", type: "number", unit: "share", words: "group.one_place", empty: "never" },
  ...received("receivers"),
  ...received("others"),
  { name: "sample", type: "string", words: "group.sample", empty: "never" },
  { name: "elsewhere_agencies", type: "integer", words: "group.elsewhere_agencies", empty: "never" },
];
