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
  Tooltip,
} from "chart.js";
import { chartJs } from "../../charts/chartJs.ts";
import type { ChartLook } from "../../charts/chartLook.ts";
import type { ChartDefinition } from "../../charts/definition.ts";
import { createFormats } from "../../words/formats.ts";

Chart.register(
  LineController,
  LineElement,
  PointElement,
  BarController,
  BarElement,
  LinearScale,
  ScatterController,
  Tooltip,
);

/** A drawing that stands where the phone's drawing ends: below this width the type is smaller. */
const narrowBelow = 560;

/**
 * Lays a canvas with the same chart over the drawing, in the same box, so that nothing on the page moves.
 *
 * @param figure element with data-chart, holding the definition as JSON and the box [data-plot]
 */
export function makeInteractive(figure: HTMLElement): void {
  const json = figure.querySelector("script[type='application/json']")?.textContent;
  const plot = figure.querySelector<HTMLElement>("[data-plot]");
  if (!json || !plot) return;
  drawInto(plot, JSON.parse(json) as ChartDefinition);
}

/** Draws a chart into an empty box, and again whenever box, colours or the reader's settings change. */
export function drawInto(plot: HTMLElement, definition: ChartDefinition): void {
  const canvas = document.createElement("canvas");
  canvas.setAttribute("aria-hidden", "true");
  plot.append(canvas);
  let chart = draw(definition, plot, canvas);
  plot.dataset["live"] = "";

  const again = (): void => {
    chart.destroy();
    chart = draw(definition, plot, canvas);
  };
  let width = plot.clientWidth;
  new ResizeObserver(() => {
    if (plot.clientWidth === width) return;
    width = plot.clientWidth;
    again();
  }).observe(plot);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", again);
  // Paper is white, whatever the screen was.
  matchMedia("print").addEventListener("change", again);
  // The reader's own display settings stand on the root element.
  new MutationObserver(again).observe(document.documentElement, { attributeFilter: ["data-colours", "data-size"] });
}

function draw(definition: ChartDefinition, plot: HTMLElement, canvas: HTMLCanvasElement): Chart {
  const styles = getComputedStyle(document.documentElement);
  const box = plot.getBoundingClientRect();
  const look: ChartLook = {
    width: box.width,
    height: box.height,
    fontSize: box.width < narrowBelow ? 12.5 : 14,
    fontFamily: '"Golos Text", "Golos Fallback", sans-serif',
    colour: (token) => resolved(styles, `--${token}`),
  };
  canvas.width = look.width;
  canvas.height = look.height;
  const config = chartJs(definition, look);
  const format = formatter(definition.y.format);
  // Set, not spread: the compiler compares every option of a spread with all those of Chart.js.
  const options = (config.options ??= {});
  options.devicePixelRatio = window.devicePixelRatio;
  options.plugins = {
    tooltip: {
      backgroundColor: look.colour("ink"),
      titleColor: look.colour("paper"),
      bodyColor: look.colour("paper"),
      titleFont: { family: look.fontFamily, size: 13 },
      bodyFont: { family: look.fontFamily, size: 13 },
      cornerRadius: 2,
      padding: 10,
      displayColors: false,
      callbacks: {
        title: ([item]) => (item ? titleOf(definition, item.datasetIndex, item.dataIndex) : ""),
        label: ({ datasetIndex, parsed }) =>
          `${definition.series[datasetIndex]?.label ?? ""}: ${format(parsed.y ?? 0)}`,
      },
    },
  };
  return new Chart<ChartType>(canvas, config);
}

/** The value of a token whose value may be another token. */
function resolved(styles: CSSStyleDeclaration, token: string): string {
  const value = styles.getPropertyValue(token).trim();
  const other = /^var\((--[\w-]+)\)$/u.exec(value)?.[1];
  return other ? resolved(styles, other) : value;
}

function formatter(format: ChartDefinition["y"]["format"]): (value: number) => string {
  const { percent, integer } = createFormats(document.documentElement.lang === "ru" ? "ru" : "en");
  return format === "percent" ? percent : integer;
}

/** What a point stands for: an agency with its number of appeals, a month, a day. */
function titleOf({ series, x, table }: ChartDefinition, line: number, at: number): string {
  const point = series[line]?.points[at];
  if (!point) return "";
  if (x.format === "category") return table.rows.find(([first]) => first?.value === point.x)?.[0]?.text ?? "";
  const value = new Intl.NumberFormat(document.documentElement.lang).format(point.x);
  return point.name === undefined ? `${x.title}: ${value}` : [point.name, `${x.title}: ${value}`].join(", ");
}
