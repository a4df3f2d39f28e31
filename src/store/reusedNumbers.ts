import type { DuckDBConnection } from "@duckdb/node-api";

/** Numbers of a source that came again for appeals with another date of receipt. */
export interface ReusedNumbers {
  edition: string;
  file: string;
  /** Where the first of them stands. */
  line: number;
  count: number;
}

/**
 * Where numbers stand for other appeals than before, in the newest file of each source that has such. One number whose
 * date of receipt was corrected is no evidence; three are, where no correction explains them (the appeal would have been
 * received after it was closed, or after an edition that held it already), or where many of the numbers that came
 * again moved by more than two weeks, or most of them by days.
 */
export async function reusedNumbersIn(connection: DuckDBConnection): Promise<ReusedNumbers[]> {
  const result = await connection.runAndReadAll(`
    with again as (
      select later.source, later.id, later.edition, later.file, later.line,
        abs(later."receivedDay" - earlier."receivedDay") > 14 as moved,
        abs(later."receivedDay" - earlier."receivedDay") > 2 as other,
        later."receivedDay" > earlier."receivedDay" + 14
          and (later."receivedDay" > earlier."closedDay" or later."receivedDay" > date_diff('day', date '1970-01-01', cast(earlier.edition as date))) as impossible
      from ranked later join ranked earlier on later.source = earlier.source and later.id = earlier.id and earlier.arrival = 1 and later.arrival > 1),
    judged as (
      select source, count(distinct id) as repeated, count(distinct id) filter (moved) as moved, count(distinct id) filter (other) as other,
        count(distinct id) filter (impossible) as impossible, max(edition) filter (other) as newest
      from again group by source)
    select newest as edition, max(again.file) as file, min(line) as line, count(distinct id) as count
    from judged join again on again.source = judged.source and again.edition = newest
    where again.other and (judged.impossible >= 3 or (judged.moved >= 3 and judged.moved >= judged.repeated * 0.2) or (judged.other >= 10 and judged.other >= judged.repeated * 0.5))
    group by judged.source, newest order by judged.source`);
  return result.getRowObjectsJS().map((row) => ({
    edition: String(row["edition"]),
    file: String(row["file"]),
    line: Number(row["line"]),
    count: Number(row["count"]),
  }));
}
