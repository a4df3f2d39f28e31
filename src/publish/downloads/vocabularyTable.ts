import { namesOf } from "../../codebook/column.ts";
import { vocabularyColumns } from "../../codebook/registerColumns.ts";
import type { AnyFacts } from "../../model/facts.ts";
import type { DownloadTable } from "../../words/csv.ts";
import type { Cell } from "../../words/figureCells.ts";

/** The names of all codes that stand in other tables: agencies, topics and places. */
export function vocabularyTable({ vocabulary: { agencies, topics, places } }: AnyFacts): DownloadTable {
  return {
    header: namesOf(vocabularyColumns),
    rows: [
      ...agencies.map(({ code, name, short, kind }): Cell[] => ["agency", code, name, short, null, kind, null]),
      ...topics.map(({ code, name, parent, sensitive }): Cell[] => [
        ...["topic", code, name, null],
        parent,
        null,
        sensitive ? "yes" : "no",
      ]),
      ...places.map(({ code, name, parent }): Cell[] => ["place", code, name, null, parent, null, null]),
    ],
  };
}
