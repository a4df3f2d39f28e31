import type { DuckDBResultReader } from "@duckdb/node-api";
import { storedColumns } from "./appealTable.ts";

/** Rows of a file that are not read with it because their week was not over, and rows of other files that are read in their place. */
export interface RowsThatWait {
  edition: string;
  file: string;
  waiting: number;
  arrived: number;
  /** How many of those that wait are closed, less those that arrived so. */
  closed: number;
}

/** The columns of a row that arrives with a later delivery, for SQL. @param waiting table in which it waits */
export function arrivingColumns(waiting: string): string {
  return storedColumns
    .map(({ name }) => `${name === "edition" || name === "file" ? "delivered" : waiting}."${name}"`)
    .join(", ");
}

/** Reads what a query with these columns counted. */
export function rowsThatWaitIn(counts: DuckDBResultReader): RowsThatWait[] {
  return counts.getRowObjectsJS().map((row) => ({
    edition: String(row["edition"]),
    file: String(row["file"]),
    waiting: Number(row["waiting"]),
    arrived: Number(row["arrived"]),
    closed: Number(row["closed"]),
  }));
}
