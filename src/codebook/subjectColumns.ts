import type { Column } from "./column.ts";
import {
  beyondColumn,
  mayBeBeyond,
  reasonColumnOf,
  tabledNames,
  valueColumns,
  type TabledName,
} from "./figureColumns.ts";

/** What a row is about, in the tables of one kind of subject. */
const leading: readonly Column[] = [
  { name: "code", type: "code", words: "subject.code", empty: "region" },
  { name: "name", type: "string", words: "subject.name", empty: "not-stated" },
  { name: "period", type: "code", codes: "period", words: "period", empty: "never" },
  { name: "from", type: "date", words: "from", empty: "never" },
  { name: "to", type: "date", words: "to", empty: "never" },
  { name: "channel", type: "code", codes: "channelOrAll", words: "subject.channel", empty: "never" },
];

/** Columns of region.csv, agencies.csv, topics.csv, places.csv and channels.csv, in order: a contract. */
export const subjectColumns: readonly Column[] = [
  ...leading,
  ...tabledNames.flatMap(valueColumns),
  ...tabledNames.map(reasonColumnOf),
  ...tabledNames.filter(mayBeBeyond).map(beyondColumn),
];

/** Figures of a month, by their names in the tables; those behind the waits are of the region and of agencies alone. */
export const monthFigures = {
  counts: ["received", "closed"],
  share: "answered_in_norm",
  waits: ["first_reply_median", "closing_median"],
  details: ["closed_in_norm", "silent_past_norm", "resolved_strict", "resolved_generous"],
  detailWait: "in_substance_median",
} as const satisfies Record<string, TabledName | readonly TabledName[]>;

const monthNames = [
  ...monthFigures.counts,
  monthFigures.share,
  ...monthFigures.waits,
  ...monthFigures.details,
] as const;

/** Every figure that months have. */
export type MonthFigure = (typeof monthNames)[number] | typeof monthFigures.detailWait;
const ofMonths: ReadonlySet<string> = new Set([...monthNames, monthFigures.detailWait]);
export const isMonthFigure = (name: TabledName): name is MonthFigure => ofMonths.has(name);

const usual = (name: string, unit: "share" | "appeals", definition: string, words: "usual" | "usual_received") =>
  [
    { name: `${name}_low`, type: "number", unit, definition, words: `month.${words}_low`, empty: "no-usual" },
    { name: `${name}_high`, type: "number", unit, definition, words: `month.${words}_high`, empty: "no-usual" },
  ] as const satisfies readonly Column[];

/** Columns of months.csv, in order: a contract. */
export const monthColumns: readonly Column[] = [
  { name: "dimension", type: "code", codes: "dimension", words: "subject.dimension", empty: "never" },
  ...leading.slice(0, 2),
  leading[5]!,
  { name: "month", type: "month", words: "month.month", empty: "never" },
  { name: "complete", type: "yesno", codes: "yesno", words: "month.complete", empty: "never" },
  ...monthNames.flatMap(valueColumns),
  ...usual("usual", "share", "months.usual", "usual"),
  { name: "outside_usual", type: "code", codes: "usual", words: "month.outside_usual", empty: "inside" },
  ...usual("usual_received", "appeals", "months.usualReceived", "usual_received"),
  {
    name: "received_outside_usual",
    type: "code",
    codes: "usual",
    words: "month.received_outside_usual",
    empty: "inside",
  },
  ...monthNames.map(reasonColumnOf),
  ...monthFigures.waits.map(beyondColumn),
  ...valueColumns(monthFigures.detailWait),
  reasonColumnOf(monthFigures.detailWait),
  beyondColumn(monthFigures.detailWait),
];
