import { isOwed } from "../model/events/closing.ts";
import { outcomes, type Outcome } from "../model/outcome.ts";
import type { Column } from "./column.ts";

/** A figure of the measures as columns: a count, a share with its limits and its whole, or a wait with its limits. */
interface TabledFigure {
  readonly kind: "count" | "share" | "wait" | "mean" | "mean-wait";
  /** Id of its definition, which names it too. */
  readonly definition: string;
  /** Of a count of one outcome: which. */
  readonly outcome?: Outcome;
}

const count = (definition: string): TabledFigure => ({ kind: "count", definition });
const share = (definition: string): TabledFigure => ({ kind: "share", definition });
const wait = (definition: string): TabledFigure => ({ kind: "wait", definition });
const meanWait = (definition: string): TabledFigure => ({ kind: "mean-wait", definition });
type OutcomeName = `outcome_${Outcome}`;
const outcomeCounts = Object.fromEntries(
  outcomes
    .filter(isOwed)
    .map((outcome): [OutcomeName, TabledFigure] => [
      `outcome_${outcome}`,
      { kind: "count", definition: "outcomes", outcome },
    ]),
) as Record<Exclude<OutcomeName, "outcome_unowed">, TabledFigure>;

/** The figures of a slice in the order of their columns, which is a contract: new ones come last. */
export const tabledFigures = {
  received: count("received"),
  answered: count("answered"),
  closed: count("closed"),
  open: count("open"),
  first_reply_median: wait("firstReply.median"),
  first_reply_p90: wait("firstReply.ninetieth"),
  closing_median: wait("closing.median"),
  closing_p90: wait("closing.ninetieth"),
  answered_in_norm: share("answeredInNorm"),
  closed_in_norm: share("closedInNorm"),
  silent_past_norm: share("silent"),
  ...outcomeCounts,
  resolved_strict: share("resolvedStrict"),
  resolved_generous: share("resolvedGenerous"),
  reopened: share("reopened"),
  handed_over: share("handedOver"),
  rating_mean: { kind: "mean", definition: "rating" },
  rated: share("rated"),
  acted_in_norm: share("actedInNorm"),
  first_reply_mean_to_60: meanWait("firstReply.meanToHorizon"),
  closing_mean_to_60: meanWait("closing.meanToHorizon"),
  reopened_30_days: share("reopenedWithin30Days"),
  first_reply_p75: wait("firstReply.upperQuartile"),
  closing_p75: wait("closing.upperQuartile"),
  agency_first_reply_median: wait("agencyClock.firstReply.median"),
  agency_first_reply_p75: wait("agencyClock.firstReply.upperQuartile"),
  agency_first_reply_p90: wait("agencyClock.firstReply.ninetieth"),
  agency_closing_median: wait("agencyClock.closing.median"),
  agency_closing_p75: wait("agencyClock.closing.upperQuartile"),
  agency_closing_p90: wait("agencyClock.closing.ninetieth"),
  closed_undated: share("quality.undatedClosings"),
  closed_at_once: share("quality.closedAtOnce"),
  replied_on_last_day: share("quality.repliedOnLastDay"),
  closed_on_last_day: share("quality.closedOnLastDay"),
  closed_in_bulk: share("quality.massClosings"),
  closed_at_export: share("quality.closedAtExport"),
  closed_without_reply: share("quality.closedWithoutReply"),
  confirmed: share("confirmed"),
  replied_undated: share("quality.undatedReplies"),
  outcome_unowed: { kind: "count", definition: "outcomes", outcome: "unowed" },
  in_substance_median: wait("inSubstance.median"),
  in_substance_p75: wait("inSubstance.upperQuartile"),
  in_substance_p90: wait("inSubstance.ninetieth"),
  in_substance_mean_to_60: meanWait("inSubstance.meanToHorizon"),
  left_by_law: count("leftByLaw"),
  withdrawn_unanswered: count("withdrawnUnanswered"),
  open_late: count("openLate"),
} as const satisfies Record<string, TabledFigure>;
export type TabledName = keyof typeof tabledFigures;
export const tabledNames = Object.keys(tabledFigures) as TabledName[];

/** How the words of an outcome's count are asked for, and which outcome that is; null for every other figure. */
const outcomeFigure = (outcome: Outcome): string => `outcome:${outcome}`;
export const outcomeOfFigure = (figure: string): Outcome | null =>
  outcomes.find((outcome) => outcomeFigure(outcome) === figure) ?? null;

/** The columns that hold a figure's numbers. */
export function valueColumns(name: TabledName): Column[] {
  const { kind, definition, outcome }: TabledFigure = tabledFigures[name];
  const figure = outcome === undefined ? definition : outcomeFigure(outcome);
  const reason = reasonColumn(name);
  const common = { definition, reason } as const;
  const limit = (column: string, part: "low" | "high", unit: "share" | "days"): Column => ({
    ...{ name: column, type: "number", unit, empty: "limit", words: { figure, part } },
    definition,
  });
  if (kind === "count")
    return [{ ...common, name, type: "integer", unit: "appeals", empty: "figure", words: { figure, part: "value" } }];
  if (kind === "mean")
    return [{ ...common, name, type: "number", unit: "points", empty: "figure", words: { figure, part: "value" } }];
  if (kind === "share")
    return [
      { ...common, name, type: "number", unit: "share", empty: "figure", words: { figure, part: "share" } },
      limit(`${name}_low`, "low", "share"),
      limit(`${name}_high`, "high", "share"),
      {
        ...{ name: `${name}_of`, type: "integer", unit: "appeals", empty: "limit", words: { figure, part: "of" } },
        definition,
      },
    ];
  return [
    { ...common, name: `${name}_days`, type: "number", unit: "days", empty: "figure", words: { figure, part: "days" } },
    limit(`${name}_days_low`, "low", "days"),
    limit(`${name}_days_high`, "high", "days"),
  ];
}

const reasonColumn = (name: string): string => `${name}_reason`;

/** The column that says why a figure is not there. */
export function reasonColumnOf(name: TabledName): Column {
  const { definition, outcome }: TabledFigure = tabledFigures[name];
  const figure = outcome === undefined ? definition : outcomeFigure(outcome);
  return {
    name: reasonColumn(name),
    type: "code",
    codes: "reason",
    empty: "reason",
    words: { figure, part: "reason" },
  };
}

/** Whether a figure may be "more than N days". */
export const mayBeBeyond = (name: TabledName): boolean => tabledFigures[name].kind === "wait";

/** The column that says of a wait that is not reached how long those wait at least who still do. */
export function beyondColumn(name: TabledName): Column {
  const { definition } = tabledFigures[name];
  return {
    name: `${name}_days_beyond`,
    type: "number",
    unit: "days",
    empty: "beyond",
    words: { figure: definition, part: "beyond" },
    definition,
  };
}
