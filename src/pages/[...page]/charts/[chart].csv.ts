import { type APIRoute, type GetStaticPaths } from "astro";
import { chartCsv } from "../../../charts/chartCsv.ts";
import { allCharts } from "../../../charts/chartFiles.ts";
import { type ChartDefinition } from "../../../charts/definition.ts";
import { type CsvKind } from "../../../words/csvText.ts";
import { t, telling } from "../../../site/current.ts";

/** The figures of exactly one chart, for programs and for spreadsheets. */
export const getStaticPaths: GetStaticPaths = () =>
  allCharts(telling).flatMap(({ page, chart }) =>
    (["program", "spreadsheet"] as const).map((kind) => ({
      params: { page: page || undefined, chart: kind === "program" ? chart.id : `${chart.id}-excel` },
      props: { chart, kind },
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

export const GET: APIRoute<{ chart: ChartDefinition; kind: CsvKind }> = ({ props: { chart, kind } }) =>
  new Response(chartCsv(chart, words, kind), { headers: { "Content-Type": "text/csv; charset=utf-8" } });
