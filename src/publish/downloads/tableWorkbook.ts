import { tableInWords } from "../../codebook/inWords.ts";
import type { Column } from "../../codebook/column.ts";
import { workbook } from "../../documents/workbook.ts";
import type { DownloadTable } from "../../words/csv.ts";
import type { Voice } from "../../words/language.ts";

type Format = NonNullable<NonNullable<Parameters<typeof workbook>[0][number]["formats"]>[string]>;

/** How numbers of a column are shown; null: as they are. */
function formatOf({ type, unit }: Column): Format | null {
  if (type === "date" || type === "month") return "date";
  if (unit === "share") return "percent";
  if (type === "integer") return "integer";
  return type === "number" ? "decimal" : null;
}

/** A table of figures as a workbook in words: titles, shares as percents, dates as dates; the same bytes for the same table. */
export function tableWorkbook(
  name: string,
  columns: readonly Column[],
  { rows }: DownloadTable,
  voice: Voice,
): Promise<Uint8Array> {
  const { header, row } = tableInWords(columns, voice);
  const formats = columns.flatMap((column, at) => {
    const format = formatOf(column);
    return format === null ? [] : [[header[at]!, format] as const];
  });
  return workbook([{ name, header, rows: rows.map(row), formats: Object.fromEntries(formats) }]);
}
