import type { DuckDBConnection } from "@duckdb/node-api";

/** Rows per file that started an appeal (accepted) or came to one already known (merged). */
export interface MergeCount {
  edition: string;
  file: string;
  accepted: number;
  merged: number;
}

/** Numbers that came more than once in one edition of a source with copies that say different things. */
export interface DifferingCopies {
  edition: string;
  /** The file they stand in; null where there are several. */
  file: string | null;
  count: number;
}

/** What became of the rows of all exports. */
export interface MergedRows {
  counts: MergeCount[];
  differing: DifferingCopies[];
  withdrawn: number;
  remaining: number;
}

/**
 * Merges "rows" into a table that ranks them: per source and registry number the row of the newest edition wins,
 * whole. Inside one edition the copy that knows the latest event wins, then the one with more text, then one by a hash of
 * its content, so that the order of rows and files never matters.
 */
export async function mergeRows(connection: DuckDBConnection): Promise<MergedRows> {
  await connection.run(`
    create table ranked as
    select *,
      hash(channel, agency, "handedFrom", topic, place, concat(outcome, unread, marks, case when "closedUndated" = 1 then ' undated' end), text, reply, rating, withdrawn, "receivedDay", "receivedInstant",
           "firstReplyDay", "firstReplyInstant", "closedDay", "closedInstant", "reopenedDay", "confirmedDay", "registeredDay", "plannedDay") as content,
      row_number() over (partition by source, id order by edition, file, line) as arrival,
      row_number() over (partition by source, id order by
        edition desc,
        greatest("receivedDay", "firstReplyDay", "closedDay", "reopenedDay", "confirmedDay") desc,
        length(text) + length(reply) desc,
        content desc,
        file, line) as rank
    from rows`);
  const perFile = await connection.runAndReadAll(`
    select edition, file, count(*) filter (arrival = 1) as accepted, count(*) filter (arrival > 1) as merged
    from ranked group by edition, file order by edition, file`);
  const differing = await connection.runAndReadAll(`
    select edition, min(first) as first, max(last) as last, count(*) as count
    from (select edition, min(file) as first, max(file) as last from ranked
          where (source, id) in (select (source, id) from ranked where arrival = 2)
          group by edition, source, id having count(distinct content) > 1)
    group by edition order by edition`);
  const totals = await connection.runAndReadAll(`
    select count(*) filter (withdrawn = 1) as withdrawn, count(*) filter (withdrawn = 0) as remaining from ranked where rank = 1`);
  const [total] = totals.getRowObjectsJS();
  return {
    counts: perFile.getRowObjectsJS().map((row) => ({
      edition: String(row["edition"]),
      file: String(row["file"]),
      accepted: Number(row["accepted"]),
      merged: Number(row["merged"]),
    })),
    differing: differing.getRowObjectsJS().map((row) => ({
      edition: String(row["edition"]),
      file: row["first"] === row["last"] ? String(row["first"]) : null,
      count: Number(row["count"]),
    })),
    withdrawn: Number(total?.["withdrawn"]),
    remaining: Number(total?.["remaining"]),
  };
}
