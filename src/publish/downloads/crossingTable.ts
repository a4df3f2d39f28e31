import { namesOf } from "../../codebook/column.ts";
import { crossingColumns } from "../../codebook/crossingColumns.ts";
import { mayBeBeyond, tabledNames } from "../../codebook/figureColumns.ts";
import { type Crossings, sliceOfCrossing } from "../../model/crossings.ts";
import type { AnyFacts, Measures } from "../../model/facts.ts";
import type { DownloadTable } from "../../words/csv.ts";
import type { Cell } from "../../words/figureCells.ts";
import { tabledCells } from "./measureColumns.ts";
import { nameOf } from "./subjectTable.ts";

/** Figures of every topic in every place that has a page, of the last twelve months: all channels that are told together, and each. */
export function crossingTable(facts: AnyFacts, { crossings }: Crossings): DownloadTable {
  const { from, to } = facts.periods.year;
  const rows = crossings.flatMap((crossing) => {
    const slice = sliceOfCrossing(crossing);
    if (slice === null) return [];
    const { topic, place, received } = crossing;
    const measures: [string, Measures][] = [["all", slice.measures], ...Object.entries(slice.byChannel)];
    return measures.map(([channel, figures]): Cell[] => {
      const told = tabledCells(figures);
      return [
        topic,
        nameOf(facts, "topic", topic),
        place,
        nameOf(facts, "place", place),
        received,
        from,
        to,
        channel,
        ...tabledNames.flatMap((name) => told[name].cells),
        ...tabledNames.map((name) => told[name].reason),
        ...tabledNames.filter(mayBeBeyond).map((name) => told[name].beyond),
      ];
    });
  });
  return { header: namesOf(crossingColumns), rows };
}
