import { type Dimension, type Facts, type Measures, type PeriodId, type Quality, periodIds } from "../../model/facts.ts";
import { type EventInFacts } from "../../model/events/event.ts";
import { isOwed } from "../../model/events/closing.ts";
import { type Outcome, outcomes } from "../../model/outcome.ts";
import { type DownloadTable } from "./csv.ts";
import { countCell, meanCell, meanWaitCells, noCells, shareCells, usualCells, waitCells, type Cell } from "./figureCells.ts";

const shareColumns = (name: string) => [name, `${name}_low`, `${name}_high`, `${name}_of`];
const waitColumns = (name: string) => [`${name}_days`, `${name}_days_low`, `${name}_days_high`];

const qualityColumns: Record<Exclude<keyof Quality, "undatedReplies">, string> = {
  undatedClosings: "closed_undated",
  closedAtOnce: "closed_at_once",
  repliedOnLastDay: "replied_on_last_day",
  closedOnLastDay: "closed_on_last_day",
  massClosings: "closed_in_bulk",
  closedAtExport: "closed_at_export",
  closedWithoutReply: "closed_without_reply",
};

/** By the clock of the agency, which starts at registration. */
function agencyClockColumns(event: EventInFacts, name: string): { header: string[]; cells: (measures: Measures) => Cell[] }[] {
  return (["median", "upperQuartile", "ninetieth"] as const).map((quantile, i) => ({
    header: waitColumns(`${name}_${["median", "p75", "p90"][i]!}`),
    cells: ({ agencyClock }) => ("state" in agencyClock ? [agencyClock.state, null, null] : waitCells(agencyClock[event][quantile])),
  }));
}

const measureColumns: { header: string[]; cells: (measures: Measures) => Cell[] }[] = [
  { header: ["received"], cells: (m) => [countCell(m.received)] },
  { header: ["answered"], cells: (m) => [countCell(m.answered)] },
  { header: ["closed"], cells: (m) => [countCell(m.closed)] },
  { header: ["open"], cells: (m) => [countCell(m.open)] },
  { header: waitColumns("first_reply_median"), cells: (m) => waitCells(m.firstReply.median) },
  { header: waitColumns("first_reply_p90"), cells: (m) => waitCells(m.firstReply.ninetieth) },
  { header: waitColumns("closing_median"), cells: (m) => waitCells(m.closing.median) },
  { header: waitColumns("closing_p90"), cells: (m) => waitCells(m.closing.ninetieth) },
  { header: shareColumns("answered_in_norm"), cells: (m) => shareCells(m.answeredInNorm) },
  { header: shareColumns("closed_in_norm"), cells: (m) => shareCells(m.closedInNorm) },
  { header: shareColumns("silent_past_norm"), cells: (m) => shareCells(m.silent) },
  ...outcomes.filter(isOwed).map(outcomeColumn),
  { header: shareColumns("resolved_strict"), cells: (m) => shareCells(m.resolvedStrict) },
  { header: shareColumns("resolved_generous"), cells: (m) => shareCells(m.resolvedGenerous) },
  { header: shareColumns("reopened"), cells: (m) => shareCells(m.reopened) },
  { header: shareColumns("handed_over"), cells: (m) => shareCells(m.handedOver) },
  { header: ["rating_mean"], cells: (m) => [meanCell(m.rating)] },
  { header: shareColumns("rated"), cells: (m) => shareCells(m.rated) },
  { header: shareColumns("acted_in_norm"), cells: (m) => shareCells(m.actedInNorm) },
  { header: waitColumns("first_reply_mean_to_60"), cells: (m) => meanWaitCells(m.firstReply.meanToHorizon) },
  { header: waitColumns("closing_mean_to_60"), cells: (m) => meanWaitCells(m.closing.meanToHorizon) },
  { header: shareColumns("reopened_30_days"), cells: (m) => shareCells(m.reopenedWithin30Days) },
  { header: waitColumns("first_reply_p75"), cells: (m) => waitCells(m.firstReply.upperQuartile) },
  { header: waitColumns("closing_p75"), cells: (m) => waitCells(m.closing.upperQuartile) },
  ...agencyClockColumns("firstReply", "agency_first_reply"),
  ...agencyClockColumns("closing", "agency_closing"),
  ...Object.entries(qualityColumns).map(([name, header]) => ({
    header: shareColumns(header),
    cells: (m: Measures) => (m.quality === undefined ? noCells(4) : shareCells(m.quality[name as keyof Quality])),
  })),
  { header: shareColumns("confirmed"), cells: (m) => shareCells(m.confirmed) },
  { header: shareColumns("replied_undated"), cells: (m) => (m.quality === undefined ? noCells(4) : shareCells(m.quality.undatedReplies)) },
  outcomeColumn("unowed"),
];

function outcomeColumn(outcome: Outcome): { header: string[]; cells: (measures: Measures) => Cell[] } {
  return {
    header: [`outcome_${outcome}`],
    cells: (m) => {
      const row = m.outcomes.find((entry) => entry.outcome === outcome);
      return [row ? countCell(row.count) : untoldOutcome(m)];
    },
  };
}

/** An outcome that is not among those of the appeals: none came to it, or nothing is told of any. */
function untoldOutcome({ outcomes: told, received }: Measures): Cell {
  if (told.length > 0 || (received.state === "exact" && received.value === 0)) return 0;
  return received.state === "hidden" ? "hidden" : "missing";
}

/** Name of a code of one dimension, in the portal's vocabulary; "" where it has none. */
export function nameOf(facts: Facts, dimension: Dimension, code: string): string {
  if (dimension === "region") return facts.portal.region.name;
  if (dimension === "channel") return code;
  const list = { agency: facts.vocabulary.agencies, topic: facts.vocabulary.topics, place: facts.vocabulary.places }[dimension];
  return list.find((entry) => entry.code === code)?.name ?? "";
}

/** All figures of one dimension: a row per subject, period and channel ("all" mixes the channels). */
export function subjectTable(facts: Facts, dimension: Dimension): DownloadTable {
  const header = ["code", "name", "period", "from", "to", "channel", ...measureColumns.flatMap((column) => column.header)];
  const rows = facts.subjects
    .filter((subject) => subject.dimension === dimension)
    .flatMap((subject) =>
      periodIds.flatMap((period) => {
        const slice = subject.periods[period];
        const measures: [string, Measures][] = [["all", slice.measures], ...Object.entries(slice.byChannel)];
        return measures.map(([channel, figures]) => [
          ...leading(facts, dimension, subject.code, period, channel),
          ...measureColumns.flatMap((column) => column.cells(figures)),
        ]);
      }),
    );
  return { header, rows };
}

function leading(facts: Facts, dimension: Dimension, code: string, period: PeriodId, channel: string): Cell[] {
  const { from, to } = facts.periods[period];
  return [code, nameOf(facts, dimension, code), period, from, to, channel];
}

/** Of the region and of agencies. */
const monthDetails = [
  ["closedInNorm", "closed_in_norm"], ["silent", "silent_past_norm"], ["resolvedStrict", "resolved_strict"], ["resolvedGenerous", "resolved_generous"],
] as const;

/** Months of every subject, all channels together and each by itself. */
export function monthTable(facts: Facts): DownloadTable {
  const header = [
    "dimension", "code", "name", "channel", "month", "complete", "received", "closed",
    ...shareColumns("answered_in_norm"), ...waitColumns("first_reply_median"), ...waitColumns("closing_median"),
    ...monthDetails.flatMap(([, name]) => shareColumns(name)),
    "usual_low", "usual_high", "outside_usual", "usual_received_low", "usual_received_high", "received_outside_usual",
  ];
  const rows = facts.subjects.flatMap((subject) => {
    const series = [["all", subject.months] as const, ...Object.entries(subject.monthsByChannel).map(([channel, months]) => [channel, months] as const)];
    return series.flatMap(([channel, months]) =>
      months.map((month): Cell[] => [
        subject.dimension, subject.code, nameOf(facts, subject.dimension, subject.code), channel, month.month, month.complete ? "yes" : "no",
        countCell(month.received), countCell(month.closed),
        ...shareCells(month.answeredInNorm), ...waitCells(month.medianFirstReply), ...waitCells(month.medianClosing),
        ...monthDetails.flatMap(([field]) => (month[field] === undefined ? noCells(4) : shareCells(month[field]))),
        ...usualCells(month.usual), ...usualCells(month.usualReceived),
      ]),
    );
  });
  return { header, rows };
}
