import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createCanvas, GlobalFonts, type Canvas } from "@napi-rs/canvas";
import { BarController, BarElement, Chart, LineController, LineElement, LinearScale, PointElement } from "chart.js";
import { chartJs } from "../../site/charts/chartJs.ts";
import { type ChartDefinition } from "../../site/charts/definition.ts";

Chart.register(LineController, LineElement, PointElement, BarController, BarElement, LinearScale);
const require = createRequire(import.meta.url);
const subsets = ["latin", "cyrillic", "cyrillic-ext", "latin-ext"];
for (const subset of subsets) GlobalFonts.register(readFileSync(require.resolve(`@fontsource-variable/golos-text/files/golos-text-${subset}-wght-normal.woff2`)), `Golos ${subset}`);
export const cardFont = subsets.map((subset) => `'Golos ${subset}'`).join(", ");

const colours: Record<string, string> = {
  paper: "#fbfaf7", ink: "#16202a", "ink-soft": "#47525d", "ink-faint": "#626c76", accent: "#1d459f", "series-subject": "#1d459f", "series-context": "#767d84",
  "chart-grid": "#e6e2d8", "chart-axis": "#8d8a80", "chart-text": "#47525d", "chart-band": "#d5ddf1",
};
export const cardColour = (token: string): string => colours[token] ?? "#626c76";

export function drawPlot(definition: ChartDefinition, width: number, height: number, fontSize: number): Canvas {
  const canvas = createCanvas(width, height);
  const { options, ...config } = chartJs(definition, { width, height, fontSize, fontFamily: cardFont, colour: cardColour });
  const chart = new Chart(canvas as unknown as HTMLCanvasElement, { ...config, options: { ...options, devicePixelRatio: 1, events: [] } });
  const kept = createCanvas(width, height);
  kept.getContext("2d").drawImage(canvas, 0, 0);
  chart.destroy();
  return kept;
}
