import { namesOf } from "../../codebook/column.ts";
import { comparisonColumns } from "../../codebook/comparisonColumns.ts";
import type { AnyFacts } from "../../model/facts.ts";
import type { DownloadTable } from "../../words/csv.ts";
import { noCells, rounded, type Cell } from "../../words/figureCells.ts";
import { nameOf } from "./subjectTable.ts";

/** Columns of comparisons.csv, in order: a contract. */
export const comparisonHeader = namesOf(comparisonColumns);

/** Every comparison of agencies, those with too few appeals at its end: with their number, the reason, and without a position. */
export function comparisonTable(facts: AnyFacts): DownloadTable {
  const rows = facts.comparisons.flatMap(({ period, channel, figure, target, agencies, listed }) => {
    const leading = (agency: string): Cell[] => [
      period,
      channel ?? "all",
      figure,
      agency,
      nameOf(facts, "agency", agency),
    ];
    return [
      ...agencies.map((row): Cell[] => [
        ...leading(row.agency),
        row.part,
        row.whole,
        rounded(row.value),
        rounded(target),
        row.low95,
        row.high95,
        row.low998,
        row.high998,
        row.position,
        row.expected,
        row.ratio,
        row.ratioLow,
        row.ratioHigh,
        row.adjusted,
        row.adjustedPosition,
        row.reversed ? "yes" : "no",
        row.level,
        row.places?.best ?? null,
        row.places?.worst ?? null,
        null,
      ]),
      ...listed.map(({ agency, whole }): Cell[] => [
        ...leading(agency),
        null,
        whole,
        ...noCells(comparisonHeader.length - 8),
        "too-few",
      ]),
    ];
  });
  return { header: comparisonHeader, rows };
}
