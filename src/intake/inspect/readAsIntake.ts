import { civilTimeOf } from "../civilTime.ts";
import { SwapWatch } from "../halfSwapped.ts";
import { readDate } from "../readDate.ts";
import { dataRows } from "../readTable.ts";
import type { Table } from "../table.ts";
import type { ColumnProfile } from "./columnProfile.ts";
import type { Proposal } from "./proposal.ts";

/** Reads the rows as the intake will. @throws FileFault what would stop it on the way: a second header, a cell that swallows rows */
export async function requireReadable(table: Table, proposals: readonly Proposal[]): Promise<void> {
  const columns = Object.fromEntries(proposals.map(({ field, column }) => [field, column.number - 1]));
  const rows = dataRows({ table, columns }, false);
  while (!(await rows.next()).done);
}

/** Whether the dates of receipt were half swapped: the same look that the intake takes while it reads. */
export async function looksHalfSwapped(
  table: Table,
  id: ColumnProfile | undefined,
  received: ColumnProfile | undefined,
): Promise<boolean> {
  if (id === undefined || received === undefined) return false;
  const watch = new SwapWatch();
  const civil = civilTimeOf("UTC");
  for await (const { rows, lines } of table.rows()) {
    for (const [at, cells] of rows.entries()) {
      if ((lines[at] ?? 0) <= table.headerLine) continue;
      const reading = readDate((cells[received.number - 1] ?? "").trim() || "-", "day-first", civil);
      if (typeof reading === "object") watch.add((cells[id.number - 1] ?? "").trim(), reading.day);
    }
  }
  return watch.halfSwapped;
}
