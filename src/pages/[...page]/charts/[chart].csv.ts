import { type APIRoute, type GetStaticPaths } from "astro";
import { chartCsv } from "../../../charts/chartCsv.ts";
import { allCharts } from "../../../charts/chartFiles.ts";
import { type ChartDefinition } from "../../../charts/definition.ts";
import { t, telling } from "../../../site/current.ts";

/** The figures of exactly one chart. */
export const getStaticPaths: GetStaticPaths = () =>
  allCharts(telling).map(({ page, chart }) => ({
    params: { page: page || undefined, chart: chart.id },
    props: { chart },
  }));

const words = {
  low: t("chart.csv.low"),
  high: t("chart.csv.high"),
  partial: t("chart.csv.partial"),
  reason: t("chart.csv.reason"),
  thin: t("chart.csv.thin"),
  between: t("chart.csv.between"),
  beyond: t("chart.cell.unknown"),
};

export const GET: APIRoute<{ chart: ChartDefinition }> = ({ props: { chart } }) =>
  new Response(chartCsv(chart, words), { headers: { "Content-Type": "text/csv; charset=utf-8" } });
