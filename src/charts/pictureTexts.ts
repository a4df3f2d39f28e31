import { type Voice } from "../words/language.ts";
import { type ChartDefinition } from "./definition.ts";
import { type Telling } from "../words/telling.ts";

/** Whose picture it is, of which day, and where it stands: it travels without its page. */
export function chartSource({ facts: { portal, edition }, voice, links }: Telling, page: string): string {
  const address = links.absolute(page === "" ? "/" : `/${page}/`).replace(/^https?:\/\//u, "");
  return voice.t("chart.source", {
    title: portal.title,
    region: portal.region.name,
    date: voice.date(edition.date),
    address,
  });
}

/** What band, hatching and thin lines of a chart mean, and what else its definition says. */
export function chartRemarks({ series, x, remarks = [] }: ChartDefinition, { t }: Voice): string[] {
  const hasBand = series.some(({ points }) => points.some(({ low }) => low !== undefined));
  const hasPartial = series.some(({ partial }) => partial.length > 0);
  const isThinned = series.some(({ thinFrom }) => thinFrom !== undefined && thinFrom <= x.max);
  return [
    ...(hasBand ? [t("chart.band")] : []),
    ...(isThinned ? [t("chart.thin")] : []),
    ...(hasPartial ? [t("chart.partial")] : []),
    ...remarks,
  ];
}
