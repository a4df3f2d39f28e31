import { isOwed } from "../../model/events/closing.ts";
import { type EventInFacts } from "../../model/events/event.ts";
import { type Measures, type Quality } from "../../model/facts.ts";
import { type Count, type Mean, type MeanWait, type Share, type Wait } from "../../model/figures.ts";
import { type Outcome, outcomes } from "../../model/outcome.ts";
import {
  type Cell,
  countCell,
  meanCell,
  meanWaitCells,
  type Reason,
  reasonOf,
  shareCells,
  waitCells,
} from "../../words/figureCells.ts";

/** A figure in a table: its cells, and why they are empty where they are. */
export interface FigureColumn {
  readonly header: readonly string[];
  /** Name of the column that says why the figure is not there. */
  readonly reasonHeader: string;
  readonly of: (measures: Measures) => { cells: Cell[]; reason: Reason | null };
}

type Absent = Extract<Count, { state: "hidden" | "missing" }>;

export const shareColumns = (name: string): string[] => [name, `${name}_low`, `${name}_high`, `${name}_of`];
export const waitColumns = (name: string): string[] => [`${name}_days`, `${name}_days_low`, `${name}_days_high`];
export const reasonColumn = (name: string): string => `${name}_reason`;

/** What a slice of few appeals leaves out is hidden, not missing. */
const leftOut: Absent = { state: "hidden", reason: "too-few" };

function column<Figure extends Count | Share | Wait | Mean | MeanWait>(
  name: string,
  header: readonly string[],
  figureOf: (measures: Measures) => Figure | Absent,
  cells: (figure: Figure | Absent) => Cell[],
): FigureColumn {
  return {
    header,
    reasonHeader: reasonColumn(name),
    of: (measures) => {
      const figure = figureOf(measures);
      return { cells: cells(figure), reason: reasonOf(figure) };
    },
  };
}

const countOf = (name: string, of: (measures: Measures) => Count) =>
  column<Count>(name, [name], of, (count) => [countCell(count)]);
const shareOf = (name: string, of: (measures: Measures) => Share) =>
  column<Share>(name, shareColumns(name), of, shareCells);
const waitOf = (name: string, of: (measures: Measures) => Wait) => column<Wait>(name, waitColumns(name), of, waitCells);
const meanWaitOf = (name: string, of: (measures: Measures) => MeanWait) =>
  column<MeanWait>(name, waitColumns(name), of, meanWaitCells);
const qualityOf = (name: string, of: keyof Quality) => shareOf(name, ({ quality }) => quality?.[of] ?? leftOut);

/** An outcome that is not among those of the appeals: none came to it, or nothing is told of any. */
function outcomeOf(outcome: Outcome): FigureColumn {
  return countOf(`outcome_${outcome}`, ({ outcomes: told, outcomesAbsent }) => {
    const count = told.find((entry) => entry.outcome === outcome)?.count;
    return count ?? (outcomesAbsent as Absent | undefined) ?? { state: "exact", value: 0 };
  });
}

/** By the clock of the agency, which starts at registration. */
function agencyClockOf(event: EventInFacts, name: string): FigureColumn[] {
  return (["median", "upperQuartile", "ninetieth"] as const).map((quantile, i) =>
    waitOf(`${name}_${["median", "p75", "p90"][i]!}`, ({ agencyClock }) =>
      "state" in agencyClock ? (agencyClock as Absent) : agencyClock[event][quantile],
    ),
  );
}

/** The figures of a slice in the order of their columns, which is a contract: new ones come last. */
export const measureColumns: readonly FigureColumn[] = [
  countOf("received", (m) => m.received),
  countOf("answered", (m) => m.answered),
  countOf("closed", (m) => m.closed),
  countOf("open", (m) => m.open),
  waitOf("first_reply_median", (m) => m.firstReply.median),
  waitOf("first_reply_p90", (m) => m.firstReply.ninetieth),
  waitOf("closing_median", (m) => m.closing.median),
  waitOf("closing_p90", (m) => m.closing.ninetieth),
  shareOf("answered_in_norm", (m) => m.answeredInNorm),
  shareOf("closed_in_norm", (m) => m.closedInNorm),
  shareOf("silent_past_norm", (m) => m.silent),
  ...outcomes.filter(isOwed).map(outcomeOf),
  shareOf("resolved_strict", (m) => m.resolvedStrict),
  shareOf("resolved_generous", (m) => m.resolvedGenerous),
  shareOf("reopened", (m) => m.reopened),
  shareOf("handed_over", (m) => m.handedOver),
  column<Mean>(
    "rating_mean",
    ["rating_mean"],
    (m) => m.rating,
    (mean) => [meanCell(mean)],
  ),
  shareOf("rated", (m) => m.rated),
  shareOf("acted_in_norm", (m) => m.actedInNorm),
  meanWaitOf("first_reply_mean_to_60", (m) => m.firstReply.meanToHorizon),
  meanWaitOf("closing_mean_to_60", (m) => m.closing.meanToHorizon),
  shareOf("reopened_30_days", (m) => m.reopenedWithin30Days),
  waitOf("first_reply_p75", (m) => m.firstReply.upperQuartile),
  waitOf("closing_p75", (m) => m.closing.upperQuartile),
  ...agencyClockOf("firstReply", "agency_first_reply"),
  ...agencyClockOf("closing", "agency_closing"),
  qualityOf("closed_undated", "undatedClosings"),
  qualityOf("closed_at_once", "closedAtOnce"),
  qualityOf("replied_on_last_day", "repliedOnLastDay"),
  qualityOf("closed_on_last_day", "closedOnLastDay"),
  qualityOf("closed_in_bulk", "massClosings"),
  qualityOf("closed_at_export", "closedAtExport"),
  qualityOf("closed_without_reply", "closedWithoutReply"),
  shareOf("confirmed", (m) => m.confirmed),
  qualityOf("replied_undated", "undatedReplies"),
  outcomeOf("unowed"),
  waitOf("in_substance_median", (m) => m.inSubstance.median),
  waitOf("in_substance_p75", (m) => m.inSubstance.upperQuartile),
  waitOf("in_substance_p90", (m) => m.inSubstance.ninetieth),
  meanWaitOf("in_substance_mean_to_60", (m) => m.inSubstance.meanToHorizon),
];
