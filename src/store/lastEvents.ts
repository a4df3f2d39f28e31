import { listValue, LIST, VARCHAR, type DuckDBConnection } from "@duckdb/node-api";
import type { LastEvents } from "../model/followed.ts";

/** The last events that the files of a source held in one edition. */
export interface SourceEvents extends LastEvents {
  readonly source: string;
  readonly edition: string;
}

/** What has happened; a deadline has not. */
const eventFields = ["received", "registered", "firstReply", "closed", "reopened", "confirmed"] as const;

/**
 * The last event of each source in each edition, over all rows that the edition brought, superseded and withdrawn ones too.
 * An event on a day after the export proves nothing: its date is wrong. Of topics whose appeals are told by their week, no
 * more than the beginning of that week is used, or the end of observation would tell the hour of one of them.
 *
 * @param connection database with the table "ranked" of AppealStore.merge
 * @param weekly codes of those topics as the rows have them
 */
export async function lastEventsIn(connection: DuckDBConnection, weekly: readonly string[]): Promise<SourceEvents[]> {
  const exported = "date_diff('day', date '1970-01-01', cast(edition as date))";
  const greatest = (column: "Day" | "Instant") =>
    `greatest(${eventFields.map((field) => `case when "${field}Day" <= exported then "${field}${column}" end`).join(", ")})`;
  const result = await connection.runAndReadAll(
    `select source, edition,
      max(case when is_weekly then day - (day + 3) % 7 else day end) as day,
      max(instant) filter (not is_weekly) as instant
    from (select source, edition, ${greatest("Day")} as day, ${greatest("Instant")} as instant, is_weekly
          from (select *, ${exported} as exported, list_contains($weekly, topic) as is_weekly from ranked))
    where day is not null group by source, edition order by source, edition`,
    { weekly: listValue([...weekly]) },
    { weekly: LIST(VARCHAR) },
  );
  return result.getRowObjectsJS().map((row) => ({
    source: String(row["source"]),
    edition: String(row["edition"]),
    day: Number(row["day"]),
    instant: row["instant"] === null ? null : Number(row["instant"]),
  }));
}
