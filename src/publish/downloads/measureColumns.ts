import { tabledFigures, tabledNames, type TabledName } from "../../codebook/figureColumns.ts";
import type { MonthFigure } from "../../codebook/subjectColumns.ts";
import type { EventInFacts } from "../../model/events/event.ts";
import type { Measures, Month, Quality } from "../../model/facts.ts";
import type { Count, Mean, MeanWait, Share, Wait } from "../../model/figures.ts";
import type { Outcome } from "../../model/outcome.ts";
import { beyondCell, type Cell, figureCells, type Reason, reasonOf } from "../../words/figureCells.ts";

export type Figure = Count | Share | Wait | Mean | MeanWait;
type Absent = Extract<Count, { state: "hidden" | "missing" }>;

/** What a slice of few appeals leaves out is hidden, not missing. */
const leftOut: Absent = { state: "hidden", reason: "too-few" };

const quality =
  (of: keyof Quality) =>
  ({ quality: told }: Measures): Figure =>
    told?.[of] ?? leftOut;

/** An outcome that is not among those of the appeals: none came to it, or nothing is told of any. */
function outcomeOf({ outcomes: told, outcomesAbsent }: Measures, outcome: Outcome): Figure {
  const count = told.find((entry) => entry.outcome === outcome)?.count;
  return count ?? (outcomesAbsent as Absent | undefined) ?? { state: "exact", value: 0 };
}

/** By the clock of the agency, which starts at registration. */
const agencyClock =
  (event: EventInFacts, quantile: "median" | "upperQuartile" | "ninetieth") =>
  ({ agencyClock: clock }: Measures): Figure =>
    "state" in clock ? (clock as Absent) : clock[event][quantile];

/** Where each figure that is no outcome stands among the measures. */
const places: Record<Exclude<TabledName, `outcome_${string}`>, (measures: Measures) => Figure> = {
  received: (m) => m.received,
  answered: (m) => m.answered,
  closed: (m) => m.closed,
  open: (m) => m.open,
  first_reply_median: (m) => m.firstReply.median,
  first_reply_p75: (m) => m.firstReply.upperQuartile,
  first_reply_p90: (m) => m.firstReply.ninetieth,
  first_reply_mean_to_60: (m) => m.firstReply.meanToHorizon,
  closing_median: (m) => m.closing.median,
  closing_p75: (m) => m.closing.upperQuartile,
  closing_p90: (m) => m.closing.ninetieth,
  closing_mean_to_60: (m) => m.closing.meanToHorizon,
  answered_in_norm: (m) => m.answeredInNorm,
  closed_in_norm: (m) => m.closedInNorm,
  silent_past_norm: (m) => m.silent,
  acted_in_norm: (m) => m.actedInNorm,
  resolved_strict: (m) => m.resolvedStrict,
  resolved_generous: (m) => m.resolvedGenerous,
  reopened: (m) => m.reopened,
  reopened_30_days: (m) => m.reopenedWithin30Days,
  handed_over: (m) => m.handedOver,
  rating_mean: (m) => m.rating,
  rated: (m) => m.rated,
  confirmed: (m) => m.confirmed,
  agency_first_reply_median: agencyClock("firstReply", "median"),
  agency_first_reply_p75: agencyClock("firstReply", "upperQuartile"),
  agency_first_reply_p90: agencyClock("firstReply", "ninetieth"),
  agency_closing_median: agencyClock("closing", "median"),
  agency_closing_p75: agencyClock("closing", "upperQuartile"),
  agency_closing_p90: agencyClock("closing", "ninetieth"),
  closed_undated: quality("undatedClosings"),
  closed_at_once: quality("closedAtOnce"),
  replied_on_last_day: quality("repliedOnLastDay"),
  closed_on_last_day: quality("closedOnLastDay"),
  closed_in_bulk: quality("massClosings"),
  closed_at_export: quality("closedAtExport"),
  closed_without_reply: quality("closedWithoutReply"),
  replied_undated: quality("undatedReplies"),
  in_substance_median: (m) => m.inSubstance.median,
  in_substance_p75: (m) => m.inSubstance.upperQuartile,
  in_substance_p90: (m) => m.inSubstance.ninetieth,
  in_substance_mean_to_60: (m) => m.inSubstance.meanToHorizon,
  left_by_law: (m) => m.leftByLaw,
  withdrawn_unanswered: (m) => m.withdrawnUnanswered,
  open_late: (m) => m.openLate,
};

/** A figure in a table: its cells, why they are empty where they are, and of a wait that is not reached how long it is at least. */
export interface TabledCells {
  cells: Cell[];
  reason: Reason | null;
  beyond: Cell;
}

/** A figure of a slice by the name of its columns. */
export const tabledFigure = (measures: Measures, name: TabledName): Figure =>
  isOutcome(name) ? outcomeOf(measures, outcomeIn(name)) : places[name](measures);

/** Where each figure of months.csv stands in a month; some are of the region and of agencies alone. */
export const monthPlaces = {
  received: "received",
  closed: "closed",
  answered_in_norm: "answeredInNorm",
  first_reply_median: "medianFirstReply",
  closing_median: "medianClosing",
  closed_in_norm: "closedInNorm",
  silent_past_norm: "silent",
  resolved_strict: "resolvedStrict",
  resolved_generous: "resolvedGenerous",
  in_substance_median: "medianInSubstance",
} as const satisfies Record<MonthFigure, keyof Month>;

/** The figures of a slice in the order of their columns. */
export function tabledCells(measures: Measures): Record<TabledName, TabledCells> {
  const told = tabledNames.map((name): [TabledName, TabledCells] => {
    const { kind } = tabledFigures[name];
    const figure = tabledFigure(measures, name);
    return [name, { cells: figureCells(kind, figure), reason: reasonOf(figure), beyond: beyondCell(figure) }];
  });
  return Object.fromEntries(told) as Record<TabledName, TabledCells>;
}

const isOutcome = (name: TabledName): name is `outcome_${Outcome}` => "outcome" in tabledFigures[name];
const outcomeIn = (name: `outcome_${Outcome}`): Outcome => name.slice("outcome_".length) as Outcome;
