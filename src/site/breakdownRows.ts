import type { Breakdown } from "../model/facts.ts";
import type { FigureText, FigureTexts } from "../words/figureText.ts";

/** One row of a table with bars: topics, places, ages, marks. */
export interface BarRow {
  name: string;
  href: string | null;
  count: FigureText;
  /** The share in words; null where the table shows counts only. */
  share: string | null;
  /** Length of the bar, in percent of the longest. */
  length: number;
  /** Colour token of the bar. */
  colour: string;
}

interface BreakdownNames {
  name: (code: string) => string;
  /** null where the code has no page of its own. */
  href: (code: string) => string | null;
}

const countOf = (row: Breakdown[number]): number => (row.count.state === "exact" ? row.count.value : 0);

/**
 * @param breakdown sorted by count, as it stands in the facts
 * @param most how many rows at most
 */
export function breakdownRows(
  breakdown: Breakdown,
  { name, href }: BreakdownNames,
  figureText: FigureTexts,
  most = Infinity,
): BarRow[] {
  const largest = Math.max(1, ...breakdown.map(countOf));
  return breakdown.slice(0, most).map((row) => ({
    name: name(row.code),
    href: row.code === "" ? null : href(row.code),
    count: figureText.count(row.count),
    share: figureText.share(row.share).text,
    length: (countOf(row) / largest) * 100,
    colour: "series-subject",
  }));
}
