import { appealColumns, type AppealColumnName } from "./appealColumns.ts";
import type { Column } from "./column.ts";

/** Columns that a table shares with appeals.csv. @throws Error where that has no such column */
const ofAppeals = (...names: AppealColumnName[]): Column[] =>
  names.map((name) => {
    const column = appealColumns.find((one) => one.name === name);
    if (column === undefined) throw new Error(`appeals.csv has no column ${name}`);
    return column;
  });

const days = { type: "integer", unit: "days" } as const;

/** Columns of /overdue/overdue.csv, in order: a contract. */
export const overdueColumns: readonly Column[] = [
  ...ofAppeals("id", "channel", "agency", "agency_name", "topic", "topic_name", "place", "place_name"),
  ...ofAppeals("received", "dates_to_week"),
  { name: "waits_for", type: "code", codes: "event", words: "overdue.waits_for", empty: "never" },
  { ...days, name: "waited_days", words: "overdue.waited_days", empty: "never" },
  { ...days, name: "late_days", words: "overdue.late_days", empty: "never" },
  ...ofAppeals("address"),
];

const left = { type: "number", unit: "days", definition: "closing.curve" } as const;

/** Columns of remaining.csv, in order: a contract. */
export const remainingColumns: readonly Column[] = [
  { name: "dimension", type: "code", codes: "dimension", words: "subject.dimension", empty: "never" },
  { name: "code", type: "code", words: "subject.code", empty: "region" },
  { name: "name", type: "string", words: "subject.name", empty: "not-stated" },
  { name: "period", type: "code", codes: "period", words: "period", empty: "never" },
  { name: "channel", type: "code", codes: "channelOrAll", words: "subject.channel", empty: "never" },
  { name: "waits_for", type: "code", codes: "event", words: "remaining.waits_for", empty: "never" },
  { ...days, name: "waited_days", words: "remaining.waited_days", empty: "never" },
  { ...left, name: "half_days", words: "remaining.half_days", empty: "longer-than-known" },
  { ...left, name: "nine_of_ten_days", words: "remaining.nine_of_ten_days", empty: "longer-than-known" },
  { ...left, name: "known_days", words: "remaining.known_days", empty: "never" },
  { ...left, name: "three_quarters_days", words: "remaining.three_quarters_days", empty: "longer-than-known" },
  {
    ...{ name: "without_share", type: "number", unit: "share", words: "remaining.without_share", empty: "never" },
    definition: "closing.curve",
  },
  { name: "waiting", type: "integer", unit: "appeals", words: "remaining.waiting", empty: "few-waiting" },
  { name: "place", type: "code", vocabulary: "place", words: "remaining.place", empty: "no-crossing" },
];
