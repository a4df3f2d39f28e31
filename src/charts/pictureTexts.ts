import type { Subject } from "../model/facts.ts";
import { capitalised } from "../words/headline.ts";
import type { Voice } from "../words/language.ts";
import type { ChartDefinition } from "./definition.ts";
import type { Telling } from "../words/telling.ts";

/** What a picture says beside its chart: it travels without its page. */
export interface PictureTexts {
  /** In a demonstration: that nothing of it is true. */
  mark: string | null;
  /** Whose chart it is: an agency, a topic, a place, the region. */
  name: string;
  /** Whose data, of which day, and where it stands. */
  source: string;
  /** What band, hatching and thin lines mean. */
  remarks: readonly string[];
}

/** @param page where the chart stands: see pageOf, or the page of a press kit */
export function pictureTexts(telling: Telling, subject: Subject, chart: ChartDefinition, page: string): PictureTexts {
  return {
    mark: pictureMark(telling),
    name: pictureName(telling, subject),
    source: chartSource(telling, page),
    remarks: chartRemarks(chart, telling.voice),
  };
}

/** See PictureTexts. */
export const pictureMark = ({ facts, voice }: Telling): string | null =>
  facts.portal.demo ? voice.t("site.demo") : null;

/** See PictureTexts. */
export const pictureName = ({ names }: Telling, { dimension, code }: Subject): string =>
  capitalised(names.of(dimension, code));

/** Whose data a picture shows, of which day, and where it stands. @param page as of pictureTexts */
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
