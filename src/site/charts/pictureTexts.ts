import { type Facts } from "../../model/facts.ts";
import { type Voice } from "../language.ts";
import { type Links } from "../links.ts";
import { type ChartDefinition } from "./definition.ts";

/** Whose picture it is, of which day, and where it stands: it travels without its page. */
export function chartSource({ portal, edition }: Facts, links: Links, page: string, voice: Voice): string {
  const address = links.absolute(page === "" ? "/" : `/${page}/`).replace(/^https?:\/\//u, "");
  return voice.t("chart.source", { title: portal.title, region: portal.region.name, date: voice.date(edition.date), address });
}

/** What band and hatching of a chart mean. */
export function chartRemarks({ series }: ChartDefinition, { t }: Voice): string[] {
  const hasBand = series.some(({ points }) => points.some(({ low }) => low !== undefined));
  const hasPartial = series.some(({ partial }) => partial.length > 0);
  return [...(hasBand ? [t("chart.band")] : []), ...(hasPartial ? [t("chart.partial")] : [])];
}
