import type { Reviews } from "../model/reviews.ts";
import type { Voice } from "../words/language.ts";
import type { Links } from "../words/links.ts";
import { periodNames } from "../words/reviews/periodNames.ts";
import { toldCells } from "../words/reviews/reviewCells.ts";
import { reviewAddress } from "../words/reviews/toldReview.ts";
import type { TableCell } from "./tableCell.ts";

/** The reviews by year, newest first: what each is about, and what came, was closed and is open. */
export function reviewYears(
  { periods }: Pick<Reviews, "periods">,
  voice: Voice,
  links: Links,
): { year: string; rows: TableCell[][] }[] {
  const { name } = periodNames(voice);
  const cell = toldCells(voice);
  const years = [...new Set(periods.map(({ from }) => from.slice(0, 4)))];
  return years.map((year) => ({
    year,
    rows: periods
      .filter(({ from }) => from.startsWith(year))
      .map((period): TableCell[] => [
        { text: name(period), href: links.path(reviewAddress(period.id)) },
        ...(["received", "closed", "open", "unowed"] as const).map(
          (what) => cell(period.summary[what].period, "count").text,
        ),
      ]),
  }));
}
