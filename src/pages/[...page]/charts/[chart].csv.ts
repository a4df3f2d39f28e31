import type { APIRoute, GetStaticPaths } from "astro";
import { chartCsv } from "../../../charts/chartCsv.ts";
import { allCharts } from "../../../charts/chartFiles.ts";
import { allMaps } from "../../../charts/map/allMaps.ts";
import { mapCsv } from "../../../charts/map/mapCsv.ts";
import type { CsvKind } from "../../../words/csvText.ts";
import { t, telling, voice } from "../../../site/current.ts";
import { yearSpan } from "../../../site/yearSpan.ts";

/** The figures of exactly one chart or map, for programs and for spreadsheets. */
export const getStaticPaths: GetStaticPaths = () =>
  [
    ...allCharts(telling).map(({ page, chart }) => ({
      page,
      id: chart.id,
      csv: (kind: CsvKind) => chartCsv(chart, words, kind),
    })),
    ...allMaps(telling, yearSpan(telling)).map(({ page, map }) => ({
      page,
      id: map.id,
      csv: (kind: CsvKind) => mapCsv(map, voice, kind),
    })),
  ].flatMap(({ page, id, csv }) =>
    (["program", "spreadsheet"] as const).map((kind) => ({
      params: { page: page || undefined, chart: kind === "program" ? id : `${id}-excel` },
      props: { csv, kind },
    })),
  );

const words = {
  low: t("chart.csv.low"),
  high: t("chart.csv.high"),
  partial: t("chart.csv.partial"),
  reason: t("chart.csv.reason"),
  thin: t("chart.csv.thin"),
  between: t("chart.csv.between"),
  beyond: t("chart.cell.unknown"),
};

export const GET: APIRoute<{ csv: (kind: CsvKind) => string; kind: CsvKind }> = ({ props: { csv, kind } }) =>
  new Response(csv(kind), { headers: { "Content-Type": "text/csv; charset=utf-8" } });
