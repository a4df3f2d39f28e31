import { type Dimension, type AnyFacts, type Measures, type PeriodId, periodIds } from "../../model/facts.ts";
import { type DownloadTable } from "../../words/csv.ts";
import { type Cell, countCell, noCells, reasonOf, shareCells, usualCells, waitCells } from "../../words/figureCells.ts";
import { measureColumns, reasonColumn, shareColumns, waitColumns } from "./measureColumns.ts";

/** Name of a code of one dimension, in the portal's vocabulary; "" where it has none. */
export function nameOf(facts: AnyFacts, dimension: Dimension, code: string): string {
  if (dimension === "region") return facts.portal.region.name;
  if (dimension === "channel") return code;
  const list = { agency: facts.vocabulary.agencies, topic: facts.vocabulary.topics, place: facts.vocabulary.places }[
    dimension
  ];
  return list.find((entry) => entry.code === code)?.name ?? "";
}

/**
 * All figures of one dimension: a row per subject, period and channel ("all" mixes the channels). A figure that is hidden or
 * missing has empty cells; why, a column of its own says, behind all figures.
 */
export function subjectTable(facts: AnyFacts, dimension: Dimension): DownloadTable {
  const header = [
    "code",
    "name",
    "period",
    "from",
    "to",
    "channel",
    ...measureColumns.flatMap(({ header: names }) => names),
    ...measureColumns.map(({ reasonHeader }) => reasonHeader),
  ];
  const rows = facts.subjects
    .filter((subject) => subject.dimension === dimension)
    .flatMap((subject) =>
      periodIds.flatMap((period) => {
        const slice = subject.periods[period];
        const measures: [string, Measures][] = [["all", slice.measures], ...Object.entries(slice.byChannel)];
        return measures.map(([channel, figures]) => {
          const told = measureColumns.map((column) => column.of(figures));
          return [
            ...leading(facts, dimension, subject.code, period, channel),
            ...told.flatMap(({ cells }) => cells),
            ...told.map(({ reason }) => reason),
          ];
        });
      }),
    );
  return { header, rows };
}

function leading(facts: AnyFacts, dimension: Dimension, code: string, period: PeriodId, channel: string): Cell[] {
  const { from, to } = facts.periods[period];
  return [code, nameOf(facts, dimension, code), period, from, to, channel];
}

/** Of the region and of agencies. */
const monthDetails = [
  ["closedInNorm", "closed_in_norm"],
  ["silent", "silent_past_norm"],
  ["resolvedStrict", "resolved_strict"],
  ["resolvedGenerous", "resolved_generous"],
] as const;

/** Months of every subject, all channels together and each by itself. */
export function monthTable(facts: AnyFacts): DownloadTable {
  const header = [
    "dimension",
    "code",
    "name",
    "channel",
    "month",
    "complete",
    "received",
    "closed",
    ...shareColumns("answered_in_norm"),
    ...waitColumns("first_reply_median"),
    ...waitColumns("closing_median"),
    ...monthDetails.flatMap(([, name]) => shareColumns(name)),
    "usual_low",
    "usual_high",
    "outside_usual",
    "usual_received_low",
    "usual_received_high",
    "received_outside_usual",
    ...[
      "received",
      "closed",
      "answered_in_norm",
      "first_reply_median",
      "closing_median",
      ...monthDetails.map(([, name]) => name),
    ].map(reasonColumn),
    ...waitColumns("in_substance_median"),
    reasonColumn("in_substance_median"),
  ];
  const rows = facts.subjects.flatMap((subject) => {
    const series = [
      ["all", subject.months] as const,
      ...Object.entries(subject.monthsByChannel).map(([channel, months]) => [channel, months] as const),
    ];
    return series.flatMap(([channel, months]) =>
      months.map((month): Cell[] => [
        subject.dimension,
        subject.code,
        nameOf(facts, subject.dimension, subject.code),
        channel,
        month.month,
        month.complete ? "yes" : "no",
        countCell(month.received),
        countCell(month.closed),
        ...shareCells(month.answeredInNorm),
        ...waitCells(month.medianFirstReply),
        ...waitCells(month.medianClosing),
        ...monthDetails.flatMap(([field]) => (month[field] === undefined ? noCells(4) : shareCells(month[field]))),
        ...usualCells(month.usual),
        ...usualCells(month.usualReceived),
        ...[month.received, month.closed, month.answeredInNorm, month.medianFirstReply, month.medianClosing].map(
          reasonOf,
        ),
        ...monthDetails.map(([field]) => (month[field] === undefined ? "not-computed" : reasonOf(month[field]))),
        ...(month.medianInSubstance === undefined
          ? [...noCells(3), "not-computed"]
          : [...waitCells(month.medianInSubstance), reasonOf(month.medianInSubstance)]),
      ]),
    );
  });
  return { header, rows };
}
