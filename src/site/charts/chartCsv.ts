import { type ChartDefinition } from "./definition.ts";

/**
 * Exactly what a chart draws, as CSV: comma, CRLF, shares 0…1. A figure that is hidden or missing is an empty cell. Where
 * a month is covered in part, a last column says so.
 */
export function chartCsv({ table, series }: ChartDefinition, partialHead: string): string {
  const partial = new Set(series.flatMap((line) => line.partial));
  const flag = (place: number | null | undefined): string[] => (partial.size === 0 ? [] : [partial.has(place ?? -1) ? "1" : "0"]);
  const rows = table.rows.map((row) => [...row.map(({ raw, value }) => raw ?? (value === null ? "" : String(value))), ...flag(row[0]?.value)]);
  const head = [...table.head, ...(partial.size === 0 ? [] : [partialHead])];
  return [head, ...rows].map((cells) => `${cells.map(quoted).join(",")}\r\n`).join("");
}

const quoted = (cell: string): string => (/[",\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
