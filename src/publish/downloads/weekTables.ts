import { namesOf } from "../../codebook/column.ts";
import { riseColumns, weekColumns } from "../../codebook/weekColumns.ts";
import type { AnyFacts } from "../../model/facts.ts";
import { dayOfIsoDate, isoDateOfDay } from "../../model/moment.ts";
import type { DownloadTable } from "../../words/csv.ts";
import { type Cell, noCells } from "../../words/figureCells.ts";
import { nameOf } from "./subjectTable.ts";

/** Received in whole weeks, a row for each week of the region, of each topic and of each place ("": not stated); what was expected, of the last one. */
export function weekTable(facts: AnyFacts): DownloadTable {
  const header = namesOf(weekColumns);
  const { weeks } = facts;
  if (weeks === undefined) return { header, rows: [] };
  const subjects = [
    { dimension: "region" as const, ...weeks.region },
    ...weeks.topics.map((topic) => ({ dimension: "topic" as const, ...topic })),
    ...weeks.places.map((place) => ({ dimension: "place" as const, ...place })),
  ];
  const rows = subjects.flatMap(({ dimension, code, received, usual, perThousand }) =>
    weeks.mondays.map((monday, at): Cell[] => {
      const count = received[at] ?? null;
      return [
        dimension,
        code,
        nameOf(facts, dimension, code),
        monday,
        isoDateOfDay(dayOfIsoDate(monday) + 6),
        count,
        count === null ? "too-few" : null,
        ...(usual !== null && at === weeks.mondays.length - 1 ? [usual.expected, usual.low, usual.high] : noCells(3)),
        ...(perThousand && at === weeks.mondays.length - 1
          ? [perThousand.value, perThousand.low, perThousand.high]
          : noCells(3)),
      ];
    }),
  );
  return { header, rows };
}

/** What rises, the surest first. */
export function riseTable(facts: AnyFacts): DownloadTable {
  const header = namesOf(riseColumns);
  const rows = (facts.weeks?.rises ?? []).map(
    ({ topic, place, from, to, received, expected, low, high, yearBefore, words }): Cell[] => [
      topic,
      nameOf(facts, "topic", topic),
      place,
      nameOf(facts, "place", place),
      from,
      to,
      received,
      expected,
      low,
      high,
      typeof yearBefore === "number" ? yearBefore : null,
      yearBefore === "hidden" ? "too-few" : yearBefore === null ? "not-computed" : null,
      words.map(({ word }) => word).join(", "),
    ],
  );
  return { header, rows };
}
