import { csvLine } from "../../words/csvText.ts";
import type { Cell } from "../../words/figureCells.ts";
import { inBuilderWords, type TakenTable } from "./builtCells.ts";
import type { BuilderSettings } from "./builderSettings.ts";

/** A table as text: for programs with names of columns, for spreadsheets with titles and words. */
export function builtCsv(table: TakenTable, form: "csv" | "excel", codes: BuilderSettings["codes"]): string {
  const isForPeople = form === "excel";
  const { columns, rows } = isForPeople ? inBuilderWords(table, codes) : table;
  const kind = isForPeople ? "spreadsheet" : "program";
  const line = (cells: readonly Cell[]): string =>
    csvLine(
      cells.map((cell) => (cell === null ? "" : String(cell))),
      kind,
      new Set(cells.flatMap((cell, at) => (typeof cell === "number" ? [at] : []))),
    );
  // Spreadsheets tell UTF-8 by this mark.
  return [
    isForPeople ? "\uFEFF" : "",
    line(columns.map(([name, title]) => (isForPeople ? title : name))),
    ...rows.map(line),
  ].join("");
}
