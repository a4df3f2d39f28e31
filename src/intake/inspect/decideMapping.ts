import type { SourceField } from "../../model/source.ts";
import { commonOrder, orderOf } from "../dateEvidence.ts";
import { matchHeader } from "../headerMatch.ts";
import { isOpenPreset } from "../presets.ts";
import type { RecognisedTable } from "../recogniseTable.ts";
import type { Table } from "../table.ts";
import { besides, withoutMistaken } from "./besideLayout.ts";
import type { ColumnProfile } from "./columnProfile.ts";
import { earlierReceipt, type EarlierReceipt } from "./earlierReceipt.ts";
import type { Proposal } from "./proposal.ts";
import { proposeMapping } from "./proposeMapping.ts";

/**
 * Which column feeds which field: as the source or the preset says that recognised the table, and as names and values of
 * the columns say where neither does.
 *
 * @param rows number of rows behind the profiles
 * @returns earlier: the receipt and the registration, where the two were told apart by their dates
 */
export async function decideMapping(
  table: Table,
  recognised: RecognisedTable | null,
  columns: readonly ColumnProfile[],
  rows: number,
): Promise<{ proposals: Proposal[]; earlier: EarlierReceipt | null }> {
  const isGuessed = recognised === null || (recognised.preset && isOpenPreset(recognised.source.name));
  const found = recognised === null ? proposeMapping(columns, rows) : layoutOf(recognised, columns, rows, isGuessed);
  const earlier = isGuessed
    ? await earlierReceipt(table, columns, found, commonOrder(columns.map(({ evidence }) => orderOf(evidence))))
    : null;
  return { proposals: earlier === null ? found : withReceiptBefore(found, earlier), earlier };
}

/** The mapping of a layout. @param isOpen whether columns that it does not know may feed what it leaves open */
function layoutOf(
  { table, source, preset }: RecognisedTable,
  columns: readonly ColumnProfile[],
  rows: number,
  isOpen: boolean,
): Proposal[] {
  const matched = matchHeader(table.header, source);
  const byHeader = Object.entries(matched.columns).flatMap(([field, index]): Proposal[] => {
    const column = columns[index];
    return column ? [{ field: field as SourceField, column, reasons: ["name"] }] : [];
  });
  // What a portal itself describes is its own word.
  const sure = preset ? withoutMistaken(byHeader) : byHeader;
  return isOpen ? besides(sure, columns, rows, ({ number }) => matched.unread.includes(number - 1)) : sure;
}

/** The mapping in which the earlier date is the receipt, and the one that was taken for it the registration. */
function withReceiptBefore(proposals: readonly Proposal[], { column, registered }: EarlierReceipt): Proposal[] {
  return proposals.flatMap((proposal): Proposal[] =>
    proposal.field !== "received"
      ? [proposal]
      : [
          { field: "received", column, reasons: ["name", "before"] },
          { field: "registered", column: registered, reasons: ["name", "after"] },
        ],
  );
}
