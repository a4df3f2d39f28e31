import { beyondCell, type Cell, figureCells, reasonOf } from "../../words/figureCells.ts";
import type { CubeIndex } from "../../model/tableCube.ts";
import type { BuiltRow } from "./buildTable.ts";
import type { BuilderSettings } from "./builderSettings.ts";
import { figuresOfTime, type BuiltTable } from "./buildTable.ts";
import type { TableChoice } from "./tableChoice.ts";
import type { CubeFigure } from "./cubeFigure.ts";

/** A table as it is taken away: columns of the downloads by name and title, and cells for programs. */
export interface TakenTable {
  columns: readonly (readonly [name: string, title: string])[];
  rows: Cell[][];
}

/** The cells of a built table by the rules of the portal's own tables: numbers alone in columns of numbers, reasons beside them. */
export function takenTable(
  index: CubeIndex,
  { rows }: BuiltTable,
  choice: TableChoice,
  { leading, figures }: Pick<BuilderSettings, "leading" | "figures">,
  language: BuilderSettings["language"],
): TakenTable {
  const names = figuresOfTime(index, choice.figures, choice.time);
  const kinds = new Map(index.figures.map(({ name, kind }) => [name, kind]));
  return {
    columns: [
      ...leading[typeof choice.time === "string" ? "periods" : "months"],
      ...names.flatMap((name) => figures[name]!.columns),
    ],
    rows: rows.map((row) => [
      ...leadingCells(index, row, choice, language),
      ...row.figures.flatMap(({ figure }, at) => cellsOf(kinds.get(names[at]!)!, figure)),
    ]),
  };
}

function leadingCells(
  index: CubeIndex,
  { subject, time }: BuiltRow,
  { channel }: TableChoice,
  language: BuilderSettings["language"],
): Cell[] {
  const { dimension, code, names } = subject;
  const of: Cell[] = [dimension, code, names[language] ?? code, channel];
  if ("month" in time) return [...of, time.month, time.complete ? "yes" : "no"];
  const { from, to } = index.periods[time.period];
  return [...of, time.period, from, to];
}

/** The numbers of a figure, why there are none, and of a wait how long it is at least. */
function cellsOf(kind: CubeIndex["figures"][number]["kind"], figure: CubeFigure): Cell[] {
  const known = figure as Exclude<CubeFigure, { reason: "not-computed" }>;
  return [...figureCells(kind, known), reasonOf(known), ...(kind === "wait" ? [beyondCell(known)] : [])];
}

/** Columns whose codes have words for people. */
const lists = {
  dimension: "dimension",
  channel: "channelOrAll",
  period: "period",
  complete: "yesno",
} as const satisfies Record<string, keyof BuilderSettings["codes"]>;

/** The same for people: codes in words, months as their first days, as the portal's files for spreadsheets have them (codebook/inWords.ts). */
export function inBuilderWords({ columns, rows }: TakenTable, codes: BuilderSettings["codes"]): TakenTable {
  const listOf = columns.map(([name]): keyof BuilderSettings["codes"] | null =>
    name.endsWith("_reason") ? "reason" : (lists[name as keyof typeof lists] ?? null),
  );
  return {
    columns,
    rows: rows.map((row) =>
      row.map((cell, at) => {
        const list = listOf[at] ?? null;
        if (list !== null) return typeof cell === "string" ? (codes[list][cell] ?? cell) : cell;
        return columns[at]![0] === "month" && typeof cell === "string" ? `${cell}-01` : cell;
      }),
    ),
  };
}
