import { type DuckDBConnection, LIST, listValue, VARCHAR } from "@duckdb/node-api";
import { oldestDay } from "../model/plausibleReceipt.ts";

/** The days of receipt of a source's appeals, as they are told. */
export interface ToldSpan {
  source: string;
  first: number;
  last: number;
}

/**
 * The first and the last plausible day of receipt of each source, as they are published.
 *
 * @param weekly stored codes of topics whose appeals are dated by their week only
 */
export async function toldSpansIn(connection: DuckDBConnection, weekly: readonly string[]): Promise<ToldSpan[]> {
  const result = await connection.runAndReadAll(
    `select source, min(told) as first, max(told) as last
    from (select source, "receivedDay" - (case when list_contains($raw, topic) then ("receivedDay" + 3) % 7 else 0 end) as told from ranked
          where rank = 1 and "receivedDay" <= cast(edition as date) - date '1970-01-01' and "receivedDay" >= ${oldestDay})
    group by source order by source`,
    { raw: listValue([...weekly]) },
    { raw: LIST(VARCHAR) },
  );
  return result
    .getRowObjectsJS()
    .map((row) => ({ source: String(row["source"]), first: Number(row["first"]), last: Number(row["last"]) }));
}
