import { builtCsv } from "../table/builtCsv.ts";
import { inBuilderWords, type TakenTable } from "../table/builtCells.ts";
import type { BuilderSettings } from "../table/builderSettings.ts";
import { saveFile } from "./saveFile.ts";

/** How a built table is taken away. */
export type TakeForm = "csv" | "excel" | "xlsx" | "copy";

/** A workbook; its writer is loaded only when one is asked for. */
async function workbookOf(table: TakenTable, name: string, codes: BuilderSettings["codes"]): Promise<Blob> {
  const { builtWorkbook } = await import("../table/builtWorkbook.ts");
  const bytes = builtWorkbook(inBuilderWords(table, codes), name);
  return new Blob([bytes as Uint8Array<ArrayBuffer>], {
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  });
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
  if (form === "xlsx") return saveFile(await workbookOf(table, words.result, codes), `${name}.xlsx`);
  const content = new Blob([builtCsv(table, form, codes)], { type: "text/csv;charset=utf-8" });
  saveFile(content, form === "excel" ? `${name}-excel.csv` : `${name}.csv`);
}

/** The table as it stands on the page, in tabulators: letters and spreadsheets alike make cells of them. */
function pasted(shown: HTMLTableElement): string {
  return [...shown.rows]
    .map((row) =>
      [...row.cells].map((cell) => (cell.firstChild?.textContent ?? "").replace(/\s+/gu, " ").trim()).join("\t"),
    )
    .join("\n");
}
