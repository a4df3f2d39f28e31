import type { CubeFile, CubeIndex, CubeSubject } from "../../model/tableCube.ts";
import { figureOfCell, type CubeFigure } from "./cubeFigure.ts";
import { subjectKey, type TableChoice } from "./tableChoice.ts";

/** A row: whose, of which time, and its figures in the order of the choice. */
export interface BuiltRow {
  subject: CubeSubject;
  /** A period, or a month. */
  time: { period: "year" | "all" } | { month: string; complete: boolean };
  figures: BuiltFigure[];
}

export interface BuiltFigure {
  figure: CubeFigure;
  precision: "day" | "minute" | "week";
}

/** The files that a choice needs, below the folder of its edition. */
export function filesOf(index: CubeIndex, { figures, channel }: TableChoice): string[] {
  const needed = index.figures.filter(({ name }) => figures.includes(name));
  return [...new Set(needed.map(({ file }) => `${channel}/${file}.json`))];
}

/** A table, and who is left out of it because too few appeals are there to be told month by month. */
export interface BuiltTable {
  rows: BuiltRow[];
  leftOut: CubeSubject[];
}

/**
 * The rows of a table: subjects in the order of the index, their months in order. Nothing is computed: each figure is one of
 * the facts, or its absence with the reason.
 *
 * @param choice of what the index has: see `choiceIn`; figures without months are left out of a table of months
 */
export function buildTable(
  index: CubeIndex,
  files: readonly CubeFile[],
  { subjects, figures, time }: TableChoice,
): BuiltTable {
  const told = Object.assign({}, ...files.map((file) => file.figures)) as CubeFile["figures"];
  const names = figuresOfTime(index, figures, time);
  const kinds = new Map(index.figures.map(({ name, kind }) => [name, kind]));
  const chosen = index.subjects.map((subject, at) => ({ subject, own: names.map((name) => told[name]?.[at] ?? null) }));
  const parts = chosen
    .filter(({ subject }) => subjects.includes(subjectKey(subject)))
    .map(({ subject, own }): { subject: CubeSubject; rows: BuiltRow[] } => {
      if (typeof time !== "string") return { subject, rows: monthsOf(index, subject, own, time) };
      const figures = own.map((figure, column): BuiltFigure => {
        const cell = figure?.[time] ?? (kinds.get(names[column]!) === "count" ? 0 : "none-eligible");
        return { figure: figureOfCell(cell), precision: figure?.precision?.[time === "year" ? 0 : 1] ?? "day" };
      });
      return { subject, rows: [{ subject, time: { period: time }, figures }] };
    });
  return {
    rows: parts.flatMap(({ rows }) => rows),
    leftOut: parts.filter(({ rows }) => rows.length === 0).map(({ subject }) => subject),
  };
}

/** The months of a subject; none where no figure of it is told month by month. */
function monthsOf(
  { months }: CubeIndex,
  subject: CubeSubject,
  own: readonly CubeFile["figures"][string][number][],
  { from, to }: { from: string; to: string },
): BuiltRow[] {
  if (own.every((figure) => figure?.months === undefined)) return [];
  return months.flatMap(({ month, complete }, at): BuiltRow[] => {
    if (month < from || month > to) return [];
    const figures = own.map((figure) => ({
      figure: figureOfCell(figure?.months?.[at] ?? "not-computed"),
      precision: figure?.precision?.[1] ?? ("day" as const),
    }));
    return [{ subject, time: { month, complete }, figures }];
  });
}

/** Of the chosen figures those that are told for the chosen time. */
export function figuresOfTime(
  index: CubeIndex,
  figures: readonly string[],
  time: TableChoice["time"],
): readonly string[] {
  if (typeof time === "string") return figures;
  const monthly = new Set(index.figures.filter(({ months }) => months).map(({ name }) => name));
  return figures.filter((name) => monthly.has(name));
}
