import { civilTimeOf } from "../civilTime.ts";
import { readDate, type DateOrder } from "../readDate.ts";
import type { Table } from "../table.ts";
import type { ColumnProfile } from "./columnProfile.ts";
import { nameScore } from "./nameScore.ts";
import type { Proposal } from "./proposal.ts";

/** Two columns of dates of which the one is the receipt and the other the registration, with what speaks for it. */
export interface EarlierReceipt {
  column: ColumnProfile;
  registered: ColumnProfile;
  /** Rows that have both dates; of those, where the first lies before the second. */
  pairs: number;
  earlier: number;
}

const registration = /(?<!\p{L})рег(?:\.|истр)|рэгістр|тіркел|regist/iu;
/** Of so many rows with both dates one may say the opposite: a slip of the pen. */
const pairsPerSlip = 500;
const fewestPairs = 10;
const fewestEarlier = 3;

/**
 * The receipt and the registration of a table that has both: an appeal is registered when it has been received, so the one
 * is the earlier of the two or the same, and of another day at least now and then. Both headers have to speak for it too: the
 * birth of the author lies before the registration as well.
 *
 * @returns null where a registration is mapped already, or nothing of the kind stands beside the receipt
 */
export async function earlierReceipt(
  table: Table,
  columns: readonly ColumnProfile[],
  proposals: readonly Proposal[],
  order: DateOrder | undefined,
): Promise<EarlierReceipt | null> {
  const received = proposals.find(({ field }) => field === "received")?.column;
  if (!received || proposals.some(({ field }) => field === "registered")) return null;
  const taken = new Set(proposals.map(({ column }) => column.number));
  const isRegistration = ({ header }: ColumnProfile): boolean => registration.test(header);
  const others = columns.filter(
    (column) =>
      !taken.has(column.number) && column.filled >= received.filled * 0.95 && column.dates >= column.filled * 0.95,
  );
  const tallies = (
    isRegistration(received)
      ? others
          .filter((column) => !isRegistration(column) && nameScore("received", column.header) > 0)
          .map((column) => ({ column, registered: received }))
      : others.filter(isRegistration).map((registered) => ({ column: received, registered }))
  ).map((pair) => ({ ...pair, pairs: 0, earlier: 0, later: 0 }));
  if (tallies.length === 0) return null;
  const civil = civilTimeOf("UTC");
  const dayOf = (text: string | undefined): number | null => {
    const read = readDate((text ?? "").trim() || "-", order, civil);
    return typeof read === "object" ? read.day : null;
  };
  for await (const batch of table.rows()) {
    for (const [at, cells] of batch.rows.entries()) {
      if ((batch.lines[at] ?? 0) <= table.headerLine) continue;
      for (const tally of tallies) {
        const [day, entry] = [dayOf(cells[tally.column.number - 1]), dayOf(cells[tally.registered.number - 1])];
        if (day === null || entry === null) continue;
        tally.pairs += 1;
        if (day < entry) tally.earlier += 1;
        else if (day > entry) tally.later += 1;
      }
    }
  }
  const [best] = tallies
    .filter(
      ({ pairs, earlier, later }) => pairs >= fewestPairs && earlier >= fewestEarlier && later <= pairs / pairsPerSlip,
    )
    .sort((left, right) => right.pairs - left.pairs || left.column.number - right.column.number);
  return best ? { column: best.column, registered: best.registered, pairs: best.pairs, earlier: best.earlier } : null;
}
