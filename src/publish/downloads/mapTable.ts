import { namesOf } from "../../codebook/column.ts";
import { mapColumns } from "../../codebook/mapColumns.ts";
import type { AnyFacts } from "../../model/facts.ts";
import type { DownloadTable } from "../../words/csv.ts";
import { type Cell, noCells } from "../../words/figureCells.ts";
import { nameOf } from "./subjectTable.ts";

/** What the maps show, a row for each place of each map. */
export function mapTable(facts: AnyFacts): DownloadTable {
  const rows = (facts.map?.figures ?? []).flatMap(({ figure, topic, common, places }) =>
    places.map(({ code, value, reason }): Cell[] => [
      figure,
      topic,
      topic === "" ? null : nameOf(facts, "topic", topic),
      code,
      nameOf(facts, "place", code),
      ...(value === null ? noCells(5) : [value.part, value.whole, value.value, value.low, value.high]),
      common,
      value?.position ?? null,
      reason ?? null,
    ]),
  );
  return { header: namesOf(mapColumns), rows };
}
