import { codeInWords } from "../../codebook/codeLists.ts";
import { namesOf } from "../../codebook/column.ts";
import { mayBeBeyond, tabledNames } from "../../codebook/figureColumns.ts";
import { monthColumns, monthFigures, subjectColumns } from "../../codebook/subjectColumns.ts";
import { type Dimension, type AnyFacts, type Measures, type PeriodId, periodIds } from "../../model/facts.ts";
import type { DownloadTable } from "../../words/csv.ts";
import {
  beyondCell,
  type Cell,
  countCell,
  noCells,
  reasonOf,
  shareCells,
  usualCells,
  waitCells,
} from "../../words/figureCells.ts";
import { createVoice } from "../../words/language.ts";
import { monthPlaces, tabledCells } from "./measureColumns.ts";

/** Name of a code of one dimension, in the portal's vocabulary, of a channel in its first language; "" where it has none. */
export function nameOf(facts: AnyFacts, dimension: Dimension, code: string): string {
  if (dimension === "region") return facts.portal.region.name;
  if (dimension === "channel") return codeInWords("channel", code, createVoice(facts.portal.language));
  const list = { agency: facts.vocabulary.agencies, topic: facts.vocabulary.topics, place: facts.vocabulary.places }[
    dimension
  ];
  return list.find((entry) => entry.code === code)?.name ?? "";
}

const beyondNames = tabledNames.filter(mayBeBeyond);

/**
 * All figures of one dimension: a row per subject, period and channel ("all" mixes the channels). A figure that is hidden or
 * missing has empty cells; why, a column of its own says, behind all figures.
 */
export function subjectTable(facts: AnyFacts, dimension: Dimension): DownloadTable {
  const rows = facts.subjects
    .filter((subject) => subject.dimension === dimension)
    .flatMap((subject) =>
      periodIds.flatMap((period) => {
        const slice = subject.periods[period];
        const measures: [string, Measures][] = [["all", slice.measures], ...Object.entries(slice.byChannel)];
        return measures.map(([channel, figures]) => {
          const told = tabledCells(figures);
          return [
            ...leading(facts, dimension, subject.code, period, channel),
            ...tabledNames.flatMap((name) => told[name].cells),
            ...tabledNames.map((name) => told[name].reason),
            ...beyondNames.map((name) => told[name].beyond),
          ];
        });
      }),
    );
  return { header: namesOf(subjectColumns), rows };
}

function leading(facts: AnyFacts, dimension: Dimension, code: string, period: PeriodId, channel: string): Cell[] {
  const { from, to } = facts.periods[period];
  return [code, nameOf(facts, dimension, code), period, from, to, channel];
}

/** Fields of a month behind its columns that are of the region and of agencies alone. */
const detailFields = monthFigures.details.map((name) => monthPlaces[name]);

/** Months of every subject, all channels together and each by itself. */
export function monthTable(facts: AnyFacts): DownloadTable {
  const rows = facts.subjects.flatMap((subject) => {
    const series = [
      ["all", subject.months] as const,
      ...Object.entries(subject.monthsByChannel).map(([channel, months]) => [channel, months] as const),
    ];
    const name = nameOf(facts, subject.dimension, subject.code);
    return series.flatMap(([channel, months]) =>
      months.map((month): Cell[] => [
        subject.dimension,
        subject.code,
        name,
        channel,
        month.month,
        month.complete ? "yes" : "no",
        countCell(month.received),
        countCell(month.closed),
        ...shareCells(month.answeredInNorm),
        ...waitCells(month.medianFirstReply),
        ...waitCells(month.medianClosing),
        ...detailFields.flatMap((field) => (month[field] === undefined ? noCells(4) : shareCells(month[field]))),
        ...usualCells(month.usual),
        ...usualCells(month.usualReceived),
        ...[month.received, month.closed, month.answeredInNorm, month.medianFirstReply, month.medianClosing].map(
          reasonOf,
        ),
        ...detailFields.map((field) => (month[field] === undefined ? "not-computed" : reasonOf(month[field]))),
        beyondCell(month.medianFirstReply),
        beyondCell(month.medianClosing),
        ...(month.medianInSubstance === undefined
          ? [...noCells(3), "not-computed", null]
          : [
              ...waitCells(month.medianInSubstance),
              reasonOf(month.medianInSubstance),
              beyondCell(month.medianInSubstance),
            ]),
      ]),
    );
  });
  return { header: namesOf(monthColumns), rows };
}
