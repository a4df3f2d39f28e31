import { sourceFields } from "../../model/source.ts";
import { isPersons, isShortList } from "./columnKinds.ts";
import type { ColumnProfile } from "./columnProfile.ts";
import type { Proposal } from "./proposal.ts";
import { proposeMapping } from "./proposeMapping.ts";
import { isRowNumber } from "./rowNumbers.ts";

/**
 * A mapping by headers alone, without what the columns' contents rule out: a number that counts rows, a reply that is one
 * of few words.
 */
export function withoutMistaken(proposals: readonly Proposal[]): Proposal[] {
  return proposals.filter(
    ({ field, column }) =>
      !(
        (field === "id" && isRowNumber(column)) ||
        ((field === "reply" || field === "text") && isShortList(column)) ||
        (field === "agency" && isPersons(column))
      ),
  );
}

/**
 * What the columns that a layout does not know may feed besides, where it leaves the field open.
 *
 * @param known what the layout feeds
 * @param isLeft whether the layout says nothing of a column
 */
export function besides(
  known: readonly Proposal[],
  columns: readonly ColumnProfile[],
  rows: number,
  isLeft: (column: ColumnProfile) => boolean,
): Proposal[] {
  const fed = new Set(known.map(({ field }) => field));
  const used = new Set(known.map(({ column }) => column.number));
  const left = columns.filter((column) => !used.has(column.number) && isLeft(column));
  const found = proposeMapping(left, rows).filter(({ field, reasons }) => !fed.has(field) && reasons.includes("name"));
  // A topic that the layout knows is the leaf; a group is proposed above it, and never another leaf.
  return [...known, ...found.filter(({ field }) => !(field === "topicGroup" && !fed.has("topic")))].sort(
    (a, b) => sourceFields.indexOf(a.field) - sourceFields.indexOf(b.field),
  );
}
