import { type APIRoute, type GetStaticPaths } from "astro";
import { allCharts } from "../../../site/charts/chartFiles.ts";
import { type ChartDefinition } from "../../../site/charts/definition.ts";
import { drawPng, pictureSize } from "../../../site/charts/drawPng.ts";
import { chartRemarks, chartSource } from "../../../site/charts/pictureTexts.ts";
import { lightColour } from "../../../site/charts/palette.ts";
import { facts, links, names, voice } from "../../../site/current.ts";

/** Every chart as a picture for sharing. */
export const getStaticPaths: GetStaticPaths = () => allCharts(facts, voice, names).map(({ page, chart }) => ({ params: { page: page || undefined, chart: chart.id }, props: { page, chart } }));

export const GET: APIRoute<{ page: string; chart: ChartDefinition }> = ({ props: { page, chart } }) => {
  const look = { colour: lightColour, source: chartSource(facts, links, page, voice), remarks: chartRemarks(chart, voice) };
  return new Response(new Uint8Array(drawPng(chart, look, pictureSize.width, pictureSize.height)), { headers: { "Content-Type": "image/png" } });
};
