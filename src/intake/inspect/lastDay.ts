import { isoDateOfDay } from "../../model/moment.ts";
import { civilTimeOf } from "../civilTime.ts";
import { readDate, type DateOrder } from "../readDate.ts";
import type { Table } from "../table.ts";

const datesRemembered = 50_000;

/**
 * The last day on which anything happened by a table: it cannot have been exported earlier.
 *
 * @param columns 0-based places of the columns of events; latest: civil day after which no date is believed
 * @returns ISO date, or null where no column has a date
 */
export async function lastDayOf(
  table: Table,
  columns: readonly number[],
  order: DateOrder | undefined,
  latest: number,
): Promise<string | null> {
  const civil = civilTimeOf("UTC");
  const days = new Map<string, number>();
  let last = -Infinity;
  for await (const { rows, lines } of table.rows()) {
    for (const [at, cells] of rows.entries()) {
      if ((lines[at] ?? 0) <= table.headerLine) continue;
      for (const column of columns) {
        const text = (cells[column] ?? "").trim();
        if (text === "") continue;
        let day = days.get(text);
        if (day === undefined) {
          const read = readDate(text, order, civil);
          day = typeof read === "object" && read.day <= latest ? read.day : -Infinity;
          if (days.size >= datesRemembered) days.clear();
          days.set(text, day);
        }
        if (day > last) last = day;
      }
    }
  }
  return last === -Infinity ? null : isoDateOfDay(last);
}
