import type { OracleRow } from "./oracle.ts";

/** Durations and event flags of the rows of one group ("all" for every row). */
export function columns(rows: OracleRow[], group = "all"): { durations: Float64Array; events: Uint8Array } {
  const chosen = rows.filter((row) => group === "all" || row.text("group") === group);
  return {
    durations: Float64Array.from(chosen, (row) => row("time")),
    events: Uint8Array.from(chosen, (row) => row("status")),
  };
}
