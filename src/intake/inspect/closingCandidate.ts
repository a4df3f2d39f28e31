import { civilTimeOf } from "../civilTime.ts";
import { visibleLabel } from "../label.ts";
import { readDate, type DateOrder } from "../readDate.ts";
import type { Table } from "../table.ts";
import type { ColumnProfile } from "./columnProfile.ts";
import type { Proposal } from "./proposal.ts";

/** A column of dates that no header explains and that may hold the closings, with what speaks for it. */
export interface ClosingCandidate {
  column: ColumnProfile;
  /** Shares of the rows: that have a date there; of those, on the day of receipt or later. */
  filled: number;
  after: number;
}

/** A closing is no earlier than the receipt but for mistakes. */
const leastAfter = 0.95;
const fewestPairs = 10;
/** Of so many rows on, a date stands in each. */
const everyRow = 0.99;

/**
 * The column that may hold the closings where none is mapped, of those whose dates are those of receipt or later: the fullest
 * that is empty in some rows, as open appeals have no closing; a deadline and a registration stand in every row. It is for a person to say: a date of change, of a deadline or of a reply looks the same.
 */
export async function closingCandidate(
  table: Table,
  columns: readonly ColumnProfile[],
  proposals: readonly Proposal[],
  order: DateOrder | undefined,
  rows: number,
): Promise<ClosingCandidate | null> {
  const received = proposals.find(({ field }) => field === "received")?.column;
  if (!received || proposals.some(({ field }) => field === "closed")) return null;
  const taken = new Set(proposals.map(({ column }) => column.number));
  const candidates = columns.filter(
    (column) =>
      !taken.has(column.number) &&
      visibleLabel(column.header) !== "" &&
      column.filled >= fewestPairs &&
      column.dates >= column.filled * 0.9,
  );
  if (candidates.length === 0) return null;
  const civil = civilTimeOf("UTC");
  const dayOf = (text: string | undefined): number | null => {
    const read = readDate((text ?? "").trim() || "-", order, civil);
    return typeof read === "object" ? read.day : null;
  };
  const tallies = candidates.map((column) => ({ column, pairs: 0, after: 0, later: 0 }));
  for await (const batch of table.rows()) {
    for (const [at, cells] of batch.rows.entries()) {
      if ((batch.lines[at] ?? 0) <= table.headerLine) continue;
      const start = dayOf(cells[received.number - 1]);
      if (start === null) continue;
      for (const tally of tallies) {
        const day = dayOf(cells[tally.column.number - 1]);
        if (day === null) continue;
        tally.pairs += 1;
        if (day >= start) tally.after += 1;
        if (day > start) tally.later += 1;
      }
    }
  }
  const [best] = tallies
    .filter(({ pairs, after, later }) => pairs >= fewestPairs && after >= pairs * leastAfter && later >= pairs * 0.1)
    .sort(
      (left, right) =>
        Number(left.pairs >= rows * everyRow) - Number(right.pairs >= rows * everyRow) ||
        right.pairs - left.pairs ||
        left.column.number - right.column.number,
    );
  return best ? { column: best.column, filled: best.pairs / rows, after: best.after / best.pairs } : null;
}
