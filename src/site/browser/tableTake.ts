import { formulaStart } from "../../words/csvText.ts";
import { builtCsv } from "../table/builtCsv.ts";
import { inBuilderWords, type TakenTable } from "../table/builtCells.ts";
import type { BuilderSettings } from "../table/builderSettings.ts";

/** How a built table is taken away. */
export type TakeForm = "csv" | "excel" | "xlsx" | "copy";

/** Long enough for every browser to have begun with the file. */
const keepFile = 60_000;

/** A workbook; its writer is loaded only when one is asked for. */
async function workbookOf(table: TakenTable, name: string, codes: BuilderSettings["codes"]): Promise<Blob> {
  const { default: write } = await import("write-excel-file/browser");
  const { columns, rows } = inBuilderWords(table, codes);
  const safe = (text: string): string => (formulaStart.test(text) ? `'${text}` : text);
  const data = [
    columns.map(([, title]) => ({ value: safe(title), fontWeight: "bold" as const, wrap: true })),
    ...rows.map((row) => row.map((cell) => (typeof cell === "string" ? safe(cell) : cell))),
  ];
  const widths = columns.map((_, at) => ({ width: at < 3 ? 24 : 14 }));
  return write(data, { sheet: name, stickyRowsCount: 1, columns: widths }).toBlob();
}

function download(content: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), keepFile);
}

/** Gives a table to the reader. @param citation stands below the table that is copied, never in a file of data */
export async function takeTable(
  form: TakeForm,
  table: TakenTable,
  shown: HTMLTableElement,
  citation: string,
  { codes, words }: BuilderSettings,
  edition: string,
): Promise<void> {
  const name = `${words.file}-${edition}`;
  if (form === "copy") return navigator.clipboard.writeText(`${pasted(shown)}\n${citation}\n`);
  if (form === "xlsx") return download(await workbookOf(table, words.result, codes), `${name}.xlsx`);
  const content = new Blob([builtCsv(table, form, codes)], { type: "text/csv;charset=utf-8" });
  download(content, form === "excel" ? `${name}-excel.csv` : `${name}.csv`);
}

/** The table as it stands on the page, in tabulators: letters and spreadsheets alike make cells of them. */
function pasted(shown: HTMLTableElement): string {
  return [...shown.rows]
    .map((row) =>
      [...row.cells].map((cell) => (cell.firstChild?.textContent ?? "").replace(/\s+/gu, " ").trim()).join("\t"),
    )
    .join("\n");
}
