import type { Column } from "./column.ts";

const figure = { type: "number", empty: "figure", reason: "reason" } as const;

/** Columns of map.csv, in order: a contract. */
export const mapColumns: readonly Column[] = [
  { name: "figure", type: "code", codes: "mapped", words: "map.figure", empty: "never" },
  { name: "topic", type: "code", vocabulary: "topic", words: "map.topic", empty: "all-of-them" },
  { name: "topic_name", type: "string", words: "map.topic_name", empty: "all-of-them" },
  { name: "place", type: "code", vocabulary: "place", words: "map.place", empty: "never" },
  { name: "name", type: "string", words: "map.name", empty: "never" },
  { ...figure, name: "part", type: "integer", unit: "appeals", words: "map.part" },
  { ...figure, name: "whole", type: "integer", words: "map.whole" },
  { ...figure, name: "value", words: "map.value" },
  { ...figure, name: "low", words: "map.low" },
  { ...figure, name: "high", words: "map.high" },
  { name: "common", type: "number", words: "map.common", empty: "never" },
  { name: "position", type: "code", codes: "position", words: "map.position", empty: "not-placed" },
  { name: "reason", type: "code", codes: "mapReason", words: "map.reason", empty: "reason" },
];
