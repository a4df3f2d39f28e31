import { createCanvas } from "@napi-rs/canvas";
import {
  BarController,
  BarElement,
  Chart,
  type ChartType,
  LineController,
  LineElement,
  LinearScale,
  PointElement,
  ScatterController,
} from "chart.js";
import { standingChartJs } from "./chartJs.ts";
import type { ChartLook } from "./chartLook.ts";
import type { ChartDefinition } from "./definition.ts";
import { canvasFontFamily } from "./registerFonts.ts";
import { SvgContext } from "./svgContext.ts";

Chart.register(LineController, LineElement, PointElement, BarController, BarElement, LinearScale, ScatterController);

const ruler = createCanvas(1, 1).getContext("2d");
const widths = new Map<string, number>();

function measure(text: string, font: string): number {
  const key = `${font}|${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  ruler.font = font.replace(/px .*$/u, `px ${canvasFontFamily}`);
  const { width } = ruler.measureText(text);
  widths.set(key, width);
  return width;
}

/** Two drawings of each chart: one for phones, one for anything wider. CSS shows the one that fits. */
export const drawings = {
  narrow: { width: 344, height: 248, fontSize: 12.5 },
  wide: { width: 760, height: 336, fontSize: 14 },
} as const;

type Size = keyof typeof drawings;
const drawn = new WeakMap<ChartDefinition, Map<Size, string>>();

/**
 * Draws a chart with Chart.js at build time; one that stands on several pages only once.
 *
 * @returns the inside of an svg element with viewBox 0 0 width height; colours are CSS variables
 */
export function drawSvg(definition: ChartDefinition, size: Size): string {
  const sizes = drawn.get(definition) ?? new Map<Size, string>();
  drawn.set(definition, sizes);
  const drawing = sizes.get(size) ?? draw(definition, size);
  sizes.set(size, drawing);
  return drawing;
}

function draw(definition: ChartDefinition, size: Size): string {
  const look: ChartLook = { ...drawings[size], fontFamily: "Golos Text", colour: (token) => `var(--${token})` };
  const context = new SvgContext(look.width, look.height, measure);
  const canvas = { width: look.width, height: look.height, style: {}, getContext: () => context };
  Object.assign(context, { canvas });
  const chart = new Chart<ChartType>(canvas as unknown as HTMLCanvasElement, standingChartJs(definition, look));
  const content = context.content();
  chart.destroy();
  return content;
}
