import type { Column } from "./column.ts";

const count = { type: "integer", unit: "appeals", empty: "never" } as const;
const share = { type: "number", unit: "share", empty: "never" } as const;
const points = { type: "number", empty: "never" } as const;

/** Columns of shifts.csv, in order: a contract. */
export const shiftColumns: readonly Column[] = [
  { name: "dimension", type: "code", codes: "dimension", words: "subject.dimension", empty: "never" },
  { name: "code", type: "code", words: "subject.code", empty: "region" },
  { name: "name", type: "string", words: "subject.name", empty: "not-stated" },
  { name: "channel", type: "code", codes: "channelOrAll", words: "shift.channel", empty: "never" },
  { name: "figure", type: "code", codes: "shifted", words: "shift.figure", empty: "never" },
  { name: "from", type: "date", words: "from", empty: "never" },
  { name: "to", type: "date", words: "to", empty: "never" },
  { ...count, name: "part", words: "shift.part" },
  { ...count, name: "whole", words: "shift.whole" },
  { name: "before_from", type: "date", words: "shift.before_from", empty: "never" },
  { name: "before_to", type: "date", words: "shift.before_to", empty: "never" },
  { ...count, name: "before_part", words: "shift.before_part" },
  { ...count, name: "before_whole", words: "shift.before_whole" },
  { ...points, name: "change", words: "shift.change" },
  { ...points, name: "change_low", words: "shift.change_low" },
  { ...points, name: "change_high", words: "shift.change_high" },
  { ...points, name: "level", words: "shift.level" },
  { ...points, name: "scatter", words: "shift.scatter" },
  { ...points, name: "p", words: "shift.p" },
  { ...points, name: "p_adjusted", words: "shift.p_adjusted" },
  { name: "beyond_chance", type: "yesno", codes: "yesno", words: "shift.beyond_chance", empty: "never" },
  { ...share, name: "share", words: "shift.share" },
  { ...share, name: "before_share", words: "shift.before_share" },
];
