import type { Source, SourceField } from "../model/source.ts";
import { type DateEvidence, commonOrder, newEvidence, orderOf, weigh } from "./dateEvidence.ts";
import { FileFault } from "./fileFault.ts";
import type { ColumnMap } from "./headerMatch.ts";
import { type DateOrder, writtenDate } from "./readDate.ts";
import type { Table } from "./table.ts";
import { missingWords } from "./words.ts";

export const dateFields = [
  "received",
  "registered",
  "firstReply",
  "closed",
  "reopened",
  "confirmed",
  "planned",
] as const satisfies readonly SourceField[];
export type DateField = (typeof dateFields)[number];
export type DateOrders = Partial<Record<DateField, DateOrder>>;

/** True where every date among the given records shows its order by itself: then no second look at the file is needed. */
function orderIsPlain(rows: readonly string[][], columns: readonly number[]): boolean {
  return rows.every((cells) =>
    columns.every((index) => {
      const written = writtenDate((cells[index] ?? "").trim());
      return !written || written.form !== "year-last" || (written.separator === "." && written.second <= 12);
    }),
  );
}

/** Evidence of each date column over all rows of a table. */
async function gatherEvidence(
  table: Table,
  columns: ColumnMap,
  missing: readonly string[],
): Promise<Map<DateField, DateEvidence>> {
  const isMissing = missingWords(missing);
  const evidence = new Map<DateField, DateEvidence>();
  for (const field of dateFields) if (columns[field] !== undefined) evidence.set(field, newEvidence());
  for await (const { lines, rows } of table.rows()) {
    for (const [at, cells] of rows.entries()) {
      if ((lines[at] ?? 0) <= table.headerLine) continue;
      for (const [field, found] of evidence) {
        const text = (cells[columns[field] ?? -1] ?? "").trim();
        if (!isMissing(text)) weigh(found, text);
      }
    }
  }
  return evidence;
}

/**
 * The order of day and month in each date column: told by the source, or found from all values of the column; a column
 * without evidence takes the order of the others, because one system wrote them all.
 *
 * @throws FileFault DATE_ORDER_UNKNOWN, DATE_ORDER_MIXED
 */
export async function decideDateOrders(table: Table, columns: ColumnMap, source: Source): Promise<DateOrders> {
  const fields = dateFields.filter((field) => columns[field] !== undefined);
  if (source.dateOrder !== undefined) return Object.fromEntries(fields.map((field) => [field, source.dateOrder]));
  for await (const { rows } of table.rows()) {
    if (
      orderIsPlain(
        rows,
        fields.map((field) => columns[field] ?? -1),
      )
    )
      return {};
    break;
  }
  const evidence = await gatherEvidence(table, columns, source.missing);
  const verdicts = new Map([...evidence].map(([field, found]) => [field, orderOf(found)]));
  const orders: DateOrders = {};
  const common = commonOrder(verdicts.values());
  for (const [field, verdict] of verdicts) {
    if (verdict === "mixed") throw new FileFault("DATE_ORDER_MIXED", undefined, field);
    if (verdict === "unknown") {
      if (common === undefined) throw new FileFault("DATE_ORDER_UNKNOWN", undefined, field);
      orders[field] = common;
    } else if (verdict !== "not-needed") orders[field] = verdict;
  }
  return orders;
}
