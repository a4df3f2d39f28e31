import type { Column } from "./column.ts";

const expected = { type: "number", unit: "appeals", empty: "not-expected" } as const;
/** What past weeks led to expect, and its range. */
const expectedColumns: readonly Column[] = [
  { ...expected, name: "expected", words: "week.expected" },
  { ...expected, name: "expected_low", words: "week.expected_low" },
  { ...expected, name: "expected_high", words: "week.expected_high" },
];
const perThousand = { type: "number", empty: "no-residents" } as const;

/** Columns of weeks.csv, in order: a contract. */
export const weekColumns: readonly Column[] = [
  { name: "dimension", type: "code", codes: "dimension", words: "subject.dimension", empty: "never" },
  { name: "code", type: "code", words: "subject.code", empty: "region" },
  { name: "name", type: "string", words: "subject.name", empty: "not-stated" },
  { name: "week", type: "date", words: "week.week", empty: "never" },
  { name: "week_ends", type: "date", words: "week.week_ends", empty: "never" },
  {
    ...{ name: "received", type: "integer", unit: "appeals", words: "week.received", empty: "figure" },
    reason: "received_reason",
  },
  { name: "received_reason", type: "code", codes: "reason", words: "week.received_reason", empty: "reason" },
  ...expectedColumns,
  { ...perThousand, name: "per_thousand", words: "week.per_thousand" },
  { ...perThousand, name: "per_thousand_low", words: "week.per_thousand_low" },
  { ...perThousand, name: "per_thousand_high", words: "week.per_thousand_high" },
];

/** Columns of rises.csv, in order: a contract. */
export const riseColumns: readonly Column[] = [
  { name: "topic", type: "code", vocabulary: "topic", words: "rise.topic", empty: "all-of-them" },
  { name: "topic_name", type: "string", words: "rise.topic_name", empty: "all-of-them" },
  { name: "place", type: "code", vocabulary: "place", words: "rise.place", empty: "all-of-them" },
  { name: "place_name", type: "string", words: "rise.place_name", empty: "all-of-them" },
  { name: "from", type: "date", words: "rise.from", empty: "never" },
  { name: "to", type: "date", words: "rise.to", empty: "never" },
  { name: "received", type: "integer", unit: "appeals", words: "rise.received", empty: "never" },
  ...expectedColumns,
  {
    ...{ name: "year_before", type: "integer", unit: "appeals", words: "rise.year_before", empty: "figure" },
    reason: "year_before_reason",
  },
  { name: "year_before_reason", type: "code", codes: "reason", words: "rise.year_before_reason", empty: "reason" },
  { name: "words", type: "string", words: "rise.words", empty: "nothing" },
];
