import type { DuckDBConnection } from "@duckdb/node-api";

/** A withdrawn appeal, with the edition that took it back. */
export interface TakenBackRow {
  source: string;
  id: string;
  edition: string;
}

/**
 * Withdrawn appeals that an earlier edition held as they were, with the edition that took them back: their addresses
 * were published.
 */
export async function takenBackIn(connection: DuckDBConnection): Promise<TakenBackRow[]> {
  const result = await connection.runAndReadAll(`
    select source, id, coalesce(min(edition) filter (withdrawn = 1 and edition > last), any_value(newest)) as edition
    from (select *,
            max(edition) filter (withdrawn = 0) over appeal as last,
            min(edition) filter (withdrawn = 0) over appeal as first,
            max(edition) over appeal as newest,
            max(withdrawn) filter (rank = 1) over appeal as gone
          from ranked window appeal as (partition by source, id))
    where gone = 1 and first < newest
    group by source, id order by source, id`);
  return result
    .getRowObjectsJS()
    .map((row) => ({ source: String(row["source"]), id: String(row["id"]), edition: String(row["edition"]) }));
}
