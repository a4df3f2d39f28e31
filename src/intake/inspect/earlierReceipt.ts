import { civilTimeOf } from "../civilTime.ts";
import { readDate, type DateOrder } from "../readDate.ts";
import { type Table } from "../table.ts";
import { type ColumnProfile } from "./columnProfile.ts";
import { nameScore, type Proposal } from "./proposeMapping.ts";

/** A column of dates that lie before the registration that was taken for the receipt, with what speaks for it. */
export interface EarlierReceipt {
  column: ColumnProfile;
  registered: ColumnProfile;
  /** Rows that have both dates; of those, where the first lies before the second. */
  pairs: number;
  earlier: number;
}

const registration = /(?<!\p{L})рег(?:\.|истр)|regist/iu;
/** Of so many rows with both dates one may say the opposite: a slip of the pen. */
const pairsPerSlip = 500;
const fewestPairs = 10;
const fewestEarlier = 3;

/**
 * The receipt that stands beside a registration: an appeal is registered when it has been received, so the date is the
 * earlier of the two or the same, and of another day at least now and then. Its header has to speak for it too: the birth of
 * the author lies before the registration as well.
 *
 * @returns null where the receipt is mapped from no column of registrations, or nothing of the kind stands beside it
 */
export async function earlierReceipt(table: Table, columns: readonly ColumnProfile[], proposals: readonly Proposal[], order: DateOrder | undefined): Promise<EarlierReceipt | null> {
  const registered = proposals.find(({ field }) => field === "received")?.column;
  if (!registered || !registration.test(registered.header) || proposals.some(({ field }) => field === "registered")) return null;
  const taken = new Set(proposals.map(({ column }) => column.number));
  const candidates = columns.filter(
    (column) => !taken.has(column.number) && nameScore("received", column.header) > 0 && !registration.test(column.header) && column.filled >= registered.filled * 0.95 && column.dates >= column.filled * 0.95,
  );
  if (candidates.length === 0) return null;
  const civil = civilTimeOf("UTC");
  const dayOf = (text: string | undefined): number | null => {
    const read = readDate((text ?? "").trim() || "-", order, civil);
    return typeof read === "object" ? read.day : null;
  };
  const tallies = candidates.map((column) => ({ column, pairs: 0, earlier: 0, later: 0 }));
  for await (const batch of table.rows()) {
    for (const [at, cells] of batch.rows.entries()) {
      if ((batch.lines[at] ?? 0) <= table.headerLine) continue;
      const entry = dayOf(cells[registered.number - 1]);
      if (entry === null) continue;
      for (const tally of tallies) {
        const day = dayOf(cells[tally.column.number - 1]);
        if (day === null) continue;
        tally.pairs += 1;
        if (day < entry) tally.earlier += 1;
        else if (day > entry) tally.later += 1;
      }
    }
  }
  const [best] = tallies
    .filter(({ pairs, earlier, later }) => pairs >= fewestPairs && earlier >= fewestEarlier && later <= pairs / pairsPerSlip)
    .sort((left, right) => right.pairs - left.pairs || left.column.number - right.column.number);
  return best ? { column: best.column, registered, pairs: best.pairs, earlier: best.earlier } : null;
}
