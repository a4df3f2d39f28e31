import type { Column } from "./column.ts";

const days = { type: "number", unit: "days" } as const;
const moment = { type: "moment" } as const;

/** Columns of appeals.csv, in order: a contract, new ones come last. */
export const appealColumns = [
  { name: "id", type: "string", words: "appeal.id", empty: "never" },
  { name: "channel", type: "code", codes: "channel", words: "channel", empty: "never" },
  { name: "agency", type: "code", vocabulary: "agency", words: "appeal.agency", empty: "not-stated" },
  { name: "agency_name", type: "string", words: "appeal.agency_name", empty: "not-stated" },
  {
    ...{ name: "handed_from", type: "code", vocabulary: "agency", words: "appeal.handed_from", empty: "not-told" },
    field: "handedFrom",
  },
  { name: "topic", type: "code", vocabulary: "topic", words: "appeal.topic", empty: "not-stated" },
  { name: "topic_name", type: "string", words: "appeal.topic_name", empty: "not-stated" },
  { name: "place", type: "code", vocabulary: "place", words: "appeal.place", empty: "not-stated" },
  { name: "place_name", type: "string", words: "appeal.place_name", empty: "not-stated" },
  { ...moment, name: "received", words: "appeal.received", empty: "never" },
  { ...moment, name: "first_reply", words: "appeal.first_reply", empty: "not-told", field: "firstReply" },
  { ...moment, name: "closed", words: "appeal.closed", empty: "not-told" },
  { ...moment, name: "reopened", words: "appeal.reopened", empty: "not-told" },
  {
    name: "dates_to_week",
    type: "yesno",
    codes: "yesno",
    words: "dates_to_week",
    empty: "never",
    field: "datesToWeek",
  },
  { name: "outcome", type: "code", codes: "outcome", words: "appeal.outcome", empty: "never" },
  { name: "rating", type: "integer", unit: "points", words: "appeal.rating", empty: "not-told" },
  { ...days, name: "first_reply_days", words: "appeal.first_reply_days", empty: "not-timed", field: "firstReplyDays" },
  { ...days, name: "closing_days", words: "appeal.closing_days", empty: "not-timed", field: "closingDays" },
  { name: "text", type: "string", words: "appeal.text", empty: "no-text" },
  { name: "reply", type: "string", words: "appeal.reply", empty: "no-text" },
  { name: "withheld", type: "code", codes: "withheld", words: "appeal.withheld", empty: "published" },
  { name: "address", type: "string", words: "appeal.address", empty: "never" },
  {
    ...{ name: "first_reply_state", type: "code", codes: "reply", words: "first_reply_state", empty: "not-timed" },
    field: "firstReplyState",
  },
  {
    ...{ name: "closing_state", type: "code", codes: "closing", words: "closing_state", empty: "not-timed" },
    field: "closingState",
  },
  { ...days, name: "followed_days", words: "appeal.followed_days", empty: "not-timed" },
  {
    ...{ name: "first_reply_norm_days", words: "appeal.first_reply_norm_days", empty: "no-norm" },
    ...{ ...days, field: "firstReplyNorm" },
  },
  { ...days, name: "closing_norm_days", words: "appeal.closing_norm_days", empty: "no-norm", field: "closingNorm" },
  { ...moment, name: "registered", words: "appeal.registered", empty: "not-told" },
  {
    ...{ name: "agency_first_reply_days", words: "appeal.agency_first_reply_days", empty: "not-timed" },
    ...{ ...days, field: "agencyFirstReplyDays" },
  },
  {
    ...{ name: "agency_closing_days", words: "appeal.agency_closing_days", empty: "not-timed" },
    ...{ ...days, field: "agencyClosingDays" },
  },
  { ...moment, name: "confirmed", words: "appeal.confirmed", empty: "not-told" },
  { ...days, name: "first_reply_followed_days", words: "appeal.first_reply_followed_days", empty: "not-timed" },
  { ...moment, name: "followed_until", words: "appeal.followed_until", empty: "not-timed", field: "followedUntil" },
  {
    ...{ name: "first_reply_deadline", type: "code", codes: "deadline", words: "appeal.first_reply_deadline" },
    empty: "not-timed",
  },
  {
    ...{ name: "closing_deadline", type: "code", codes: "closingDeadline", words: "appeal.closing_deadline" },
    empty: "not-timed",
  },
  {
    ...{ name: "in_substance_state", type: "code", codes: "inSubstance", words: "appeal.in_substance_state" },
    ...{ empty: "not-timed", field: "inSubstanceState" },
  },
  {
    ...{ name: "in_substance_days", words: "appeal.in_substance_days", empty: "not-timed" },
    ...{ ...days, field: "inSubstanceDays" },
  },
  {
    ...{ name: "reply_marks", type: "string", codes: "replyMark", between: "; " },
    ...{ words: "appeal.reply_marks", empty: "no-marks", field: "replyMarks" },
  },
  { name: "reply_group", type: "string", words: "appeal.reply_group", empty: "no-group", field: "replyGroup" },
  { name: "marks", type: "string", codes: "officeMark", between: " ", words: "appeal.marks", empty: "not-told" },
  { ...moment, name: "first_reply_due", words: "appeal.first_reply_due", empty: "no-due" },
  { ...moment, name: "closing_due", words: "appeal.closing_due", empty: "no-due" },
] as const satisfies readonly Column[];
export type AppealColumnName = (typeof appealColumns)[number]["name"];

/** Fields of appeals.ndjson that appeals.csv does not have. */
export const appealFields: readonly Column[] = [
  { name: "source", type: "string", words: "field.source", empty: "never" },
  { name: "closedUndated", type: "string", words: "field.closedUndated", empty: "not-told" },
  { name: "unread", type: "string", words: "field.unread", empty: "nothing" },
  { name: "firstReplyRule", type: "integer", words: "field.firstReplyRule", empty: "no-norm" },
  { name: "closingRule", type: "integer", words: "field.closingRule", empty: "no-norm" },
  { name: "replySpans", type: "string", words: "field.replySpans", empty: "no-marks" },
];
