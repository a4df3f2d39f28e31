import { csvLine, type CsvKind } from "../words/csvText.ts";
import type { ChartDefinition } from "./definition.ts";

/** Words of the head that the definition does not have. */
export interface CsvWords {
  low: string;
  high: string;
  partial: string;
  /** Left out: no column says why a figure is not there. */
  reason?: string | undefined;
  /** Of curves, each left out with its columns: where a line is thin; why a cell between two points, or beyond the last one, is empty. */
  thin?: string | undefined;
  between?: string | undefined;
  beyond?: string | undefined;
}

/** Cells that are numbers, and months, of which spreadsheets make dates only by their first day. */
const number = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/u;
const month = /^\d{4}-\d{2}$/u;

/**
 * Exactly what a chart draws, as CSV for programs or for spreadsheets: shares 0…1. A figure that is hidden or missing is an empty cell,
 * and a last column says why. A curve has every point that is drawn and its band, of which the table on the page names a few days. Where a
 * month is covered in part, or a curve rests on fewer than ten appeals, a column says so.
 */
export function chartCsv(definition: ChartDefinition, words: CsvWords, kind: CsvKind = "program"): string {
  const [head, ...rows] =
    definition.kind === "lines" && definition.x.format !== "category"
      ? curveRows(definition, words)
      : tableRows(definition, words);
  // Names are typed and looked for: blanks that only pages need are plain.
  const line = (set: readonly string[]): string => {
    const cells = set.map((cell) => cell.replace(/[\u00a0\u202f]/gu, " "));
    return csvLine(
      kind === "program" ? cells : cells.map((cell) => (month.test(cell) ? `${cell}-01` : cell)),
      kind,
      new Set(cells.flatMap((cell, at) => (number.test(cell) ? [at] : []))),
    );
  };
  // Spreadsheets tell UTF-8 by this mark.
  return (kind === "spreadsheet" ? "\uFEFF" : "") + [head!, ...rows].map(line).join("");
}

function tableRows({ table, series }: ChartDefinition, words: CsvWords): string[][] {
  const partial = new Set(series.flatMap((line) => line.partial));
  const flag = (place: number | null | undefined): string[] =>
    partial.size === 0 ? [] : [partial.has(place ?? -1) ? "1" : "0"];
  const reasons = table.rows.map((row) =>
    row
      .flatMap(({ raw, value, text }, at) =>
        raw === undefined && value === null ? [`${table.head[at]!}: ${text}`] : [],
      )
      .join("; "),
  );
  const reasonHead = reasons.some((reason) => reason !== "") ? words.reason : undefined;
  return [
    [...table.head, ...(partial.size === 0 ? [] : [words.partial]), ...(reasonHead === undefined ? [] : [reasonHead])],
    ...table.rows.map((row, index) => [
      ...row.map(({ raw, value }) => raw ?? written(value)),
      ...flag(row[0]?.value),
      ...(reasonHead === undefined ? [] : [reasons[index]!]),
    ]),
  ];
}

function curveRows({ table, series, absent = [] }: ChartDefinition, words: CsvWords): string[][] {
  const places = [...new Set(series.flatMap(({ points }) => points.map(({ x }) => x)))].sort((a, b) => a - b);
  const banded = series.map(({ points }) => points.some(({ low }) => low !== undefined));
  const head = series.flatMap(({ label }, index) => [
    label,
    ...(banded[index] ? [`${label}: ${words.low}`, `${label}: ${words.high}`] : []),
  ]);
  const thinned =
    words.thin === undefined
      ? []
      : series.filter(({ thinFrom, points }) => thinFrom !== undefined && thinFrom <= points.at(-1)!.x);
  const extra = words.reason === undefined ? [] : absent;
  const reasons = places.map((x) =>
    [
      ...series.flatMap(({ label, points }) =>
        points.some((point) => point.x === x)
          ? []
          : [`${label}: ${(x > points.at(-1)!.x ? words.beyond : words.between) ?? ""}`],
      ),
      ...extra.map(({ label, text }) => `${label}: ${text}`),
    ].join("; "),
  );
  const withReasons = words.reason !== undefined && reasons.some((reason) => reason !== "");
  const rows = places.map((x, at) => [
    String(x),
    ...series.flatMap(({ points }, index) => {
      const point = points.find((candidate) => candidate.x === x);
      return [written(point?.y), ...(banded[index] ? [written(point?.low), written(point?.high)] : [])];
    }),
    ...extra.map(() => ""),
    ...thinned.map(({ thinFrom }) => (x >= thinFrom! ? "1" : "0")),
    ...(withReasons ? [reasons[at]!] : []),
  ]);
  return [
    [
      table.head[0]!,
      ...head,
      ...extra.map(({ label }) => label),
      ...thinned.map(({ label }) => `${label}: ${words.thin!}`),
      ...(withReasons ? [words.reason!] : []),
    ],
    ...rows,
  ];
}

const written = (value: number | null | undefined): string =>
  value === null || value === undefined ? "" : String(value);
