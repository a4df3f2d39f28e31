/**
 * One chart, described without any drawing: what it shows, in words and in numbers. The same definition becomes the
 * picture drawn at build time, the interactive chart in the browser and the table under both.
 */
export interface ChartDefinition {
  /** Unique on its page; part of element ids. */
  id: string;
  kind: "lines" | "bars";
  /** The finding: a sentence. */
  title: string;
  /** What is shown: unit, period, channel. */
  subtitle: string;
  /** The same in prose for those who do not see the picture. */
  description: string;
  x: ChartAxis;
  y: ChartAxis;
  series: ChartSeries[];
  /** Vertical lines: norms. */
  marks: { at: number; label: string }[];
  table: ChartTable;
}

export interface ChartAxis {
  title: string;
  /** Values are whole numbers, shares 0…1 written as percent, or places of a category. */
  format: "integer" | "percent" | "category";
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
  /** null leaves a gap: the figure is hidden or missing there. */
  points: { x: number; y: number | null; low?: number; high?: number }[];
  /** Places on x whose figure is incomplete: drawn hatched. */
  partial: number[];
}

export interface ChartTable {
  head: string[];
  /** Cells as readers see them; value is the number drawn, null where none is. */
  rows: { text: string; value: number | null }[][];
}
