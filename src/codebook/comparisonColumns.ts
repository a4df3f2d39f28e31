import type { Column } from "./column.ts";

const share = { type: "number", unit: "share", empty: "not-compared" } as const;
const ratio = { type: "number", unit: "ratio", empty: "not-compared" } as const;
const plain = { definition: "comparison" } as const;
const adjusted = { definition: "comparison.adjusted" } as const;
const position = { type: "code", codes: "position", empty: "not-compared" } as const;
const place = { type: "integer", unit: "places", empty: "no-place", definition: "comparison.places" } as const;

/** Columns of comparisons.csv, in order: a contract. */
export const comparisonColumns: readonly Column[] = [
  { name: "period", type: "code", codes: "period", words: "period", empty: "never" },
  { name: "channel", type: "code", codes: "channelOrAll", words: "subject.channel", empty: "never" },
  { name: "figure", type: "code", codes: "compared", words: "comparison.figure", empty: "never" },
  { name: "agency", type: "code", vocabulary: "agency", words: "comparison.agency", empty: "not-stated" },
  { name: "name", type: "string", words: "comparison.name", empty: "not-stated" },
  { name: "part", type: "integer", unit: "appeals", words: "comparison.part", empty: "not-compared" },
  { name: "whole", type: "integer", unit: "appeals", words: "comparison.whole", empty: "never" },
  { ...share, name: "share", words: "comparison.share" },
  { ...share, name: "common_share", words: "comparison.common_share" },
  { ...share, ...plain, name: "low_95", words: "comparison.low_95" },
  { ...share, ...plain, name: "high_95", words: "comparison.high_95" },
  { ...share, ...plain, name: "low_998", words: "comparison.low_998" },
  { ...share, ...plain, name: "high_998", words: "comparison.high_998" },
  { ...position, ...plain, name: "position", words: "comparison.position" },
  { ...share, ...adjusted, name: "expected", words: "comparison.expected" },
  { ...ratio, ...adjusted, name: "ratio", words: "comparison.ratio" },
  { ...ratio, ...adjusted, name: "ratio_low", words: "comparison.ratio_low" },
  { ...ratio, ...adjusted, name: "ratio_high", words: "comparison.ratio_high" },
  { ...share, ...adjusted, name: "adjusted", words: "comparison.adjusted" },
  { ...position, ...adjusted, name: "adjusted_position", words: "comparison.adjusted_position" },
  {
    ...{ name: "sign_changes", type: "yesno", codes: "yesno", words: "comparison.sign_changes", empty: "not-compared" },
    ...adjusted,
  },
  { ...position, name: "level", words: "comparison.level" },
  { ...place, name: "best_place", words: "comparison.best_place" },
  { ...place, name: "worst_place", words: "comparison.worst_place" },
  { name: "reason", type: "code", codes: "tooFew", words: "comparison.reason", empty: "compared" },
];
