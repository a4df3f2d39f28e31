/**
 * One chart, described without any drawing: what it shows, in words and in numbers. The same definition becomes the
 * picture drawn at build time, the interactive chart in the browser, the picture for sharing, the table under the chart
 * and the CSV of exactly that chart.
 */
export interface ChartDefinition {
  /** Unique on its page; part of element ids and of the addresses of its files. */
  id: string;
  /** A funnel is a cloud of points, one an agency, before the limits of chance. */
  kind: "lines" | "bars" | "funnel";
  /** The finding: a sentence. */
  title: string;
  /** What is shown: unit, period, channel. */
  subtitle: string;
  /** Id of the definition of the figure that it draws. */
  figure: string;
  /** The same in prose for those who do not see the picture. */
  description: string;
  x: ChartAxis;
  y: ChartAxis;
  series: ChartSeries[];
  /** Lines that belong to it and cannot be drawn, each with the reason. */
  absent?: { label: string; text: string }[];
  /** Vertical lines: norms. */
  marks: { at: number; label: string }[];
  /** Horizontal lines: what is common to all. */
  levels?: { at: number; label: string }[];
  /** What stands beside a point in the picture: the figure that the title speaks of, or the name of a line. */
  labels?: ChartLabel[];
  /** Only of a funnel: where chance ends, by the number of appeals. */
  limits?: { x: number; low95: number; high95: number; low998: number; high998: number }[];
  /** What else must be known to read it. */
  remarks?: string[];
  table: ChartTable;
}

export interface ChartAxis {
  title: string;
  /** Values are whole numbers, shares 0…1 written as percent, or places of a category. */
  format: "integer" | "percent" | "category";
  /** Each doubling takes the same room. */
  logarithmic?: boolean;
  min: number;
  max: number;
  ticks: { at: number; label: string }[];
}

export interface ChartSeries {
  label: string;
  /** Name of a colour token without its dashes: "series-subject". */
  colour: string;
  dash: "solid" | "long" | "short" | "dotted";
  /** True for a survival curve: the value holds until the next point. */
  stepped: boolean;
  /** How a point of a funnel looks: the page's own agency is a large dot or, adjusted, a ring. */
  point?: "dot" | "own" | "ring";
  /** null leaves a gap: the figure is hidden or missing there. name: whose point it is, where each has its own. */
  points: { x: number; y: number | null; low?: number; high?: number; name?: string }[];
  /** Places on x whose figure is incomplete: drawn hatched. */
  partial: number[];
  /** From this x on the line rests on fewer than ten appeals and is drawn thin. */
  thinFrom?: number;
}

export interface ChartLabel {
  x: number;
  y: number;
  text: string;
  colour: string;
  /** Above the point unless there is no room. */
  side?: "above" | "below";
  /** Which part of the text stands at the point: its middle, or the end that lies in free space. */
  align?: "left" | "center" | "right";
}

interface ChartTable {
  head: string[];
  /** Cells as readers see them; value is the number drawn, null where none is; raw is what the CSV says instead of it. */
  rows: { text: string; value: number | null; raw?: string }[][];
}

/** The series that a key names: one alone needs none, unless a band goes with it. */
export const keyedSeries = ({ series }: Pick<ChartDefinition, "series">): ChartSeries[] =>
  series.length > 1 || series.some(({ points }) => points.some(({ low }) => low !== undefined)) ? series : [];

/** Lengths of strokes and gaps, at the size of a chart on a page. */
export const dashes: Record<ChartSeries["dash"], number[]> = {
  solid: [],
  long: [9, 5],
  short: [5, 4],
  dotted: [1.5, 4],
};

/** Where a value lies on the straight axis that Chart.js draws. */
export function placeOn(axis: ChartAxis, value: number): number {
  return axis.logarithmic ? Math.log10(value) : value;
}
