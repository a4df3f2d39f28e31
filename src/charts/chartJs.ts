import type { ChartConfiguration, ScriptableLineSegmentContext } from "chart.js";
import type { ChartLook } from "./chartLook.ts";
import { dashes, placeOn, type ChartDefinition, type ChartSeries } from "./definition.ts";
import { bands, hatch, labels, limits, marks } from "./overlays.ts";

/** A bar is never wider than so many sizes of type: one month alone is no wall. */
const widestBar = 3;

/** Radii of the points of a funnel. */
const radii = { dot: 3.5, own: 6.5, ring: 6.5 } as const;

/** Distance between the first and the last label that a month needs, in units of type size. */
const labelWidth = 4.2;

/** Labels that fit into the width; a January stays, because it carries the year. */
function visibleTicks(definition: ChartDefinition, look: ChartLook): ChartDefinition["x"]["ticks"] {
  const { ticks } = definition.x;
  const fitting = Math.max(2, Math.floor((look.width - look.fontSize * 4) / (look.fontSize * labelWidth)));
  const every = Math.ceil(ticks.length / fitting);
  const anchor = Math.max(
    0,
    ticks.findIndex((tick, index) => index > 0 && tick.label.includes("’")),
  );
  return ticks.filter((_, index) => (index - anchor) % every === 0);
}

/** The Chart.js configuration of a definition, for the drawing at build time and for the browser alike. */
export function chartJs(definition: ChartDefinition, look: ChartLook): ChartConfiguration {
  const bars = definition.kind === "bars";
  const funnel = definition.kind === "funnel";
  const edge = bars ? 0.5 : 0;
  const xTicks = definition.x.format === "category" ? visibleTicks(definition, look) : definition.x.ticks;
  const type = { size: look.fontSize, family: look.fontFamily };
  const grid = { color: look.colour("chart-grid"), tickLength: 0, lineWidth: 1 };
  const text = look.colour("chart-text");
  // A picture three times as large has strokes three times as thick; phones keep those of the page.
  const stroke = Math.max(1, look.fontSize / 14);
  return {
    type: bars ? "bar" : funnel ? "scatter" : "line",
    data: {
      datasets: definition.series.map((series, index) => ({
        label: series.label,
        data: series.points.map(({ x, y }) => ({ x: placeOn(definition.x, x), y: y as number })),
        // The subject lies on top of what it is compared with.
        order: index,
        borderColor: look.colour(series.colour),
        // The last point lies on the edge and is drawn whole.
        clip: 6,
        ...(bars
          ? {
              backgroundColor: series.points.map(({ x }) =>
                series.partial.includes(x) ? "transparent" : look.colour(series.colour),
              ),
              categoryPercentage: 1,
              barPercentage: 0.72,
              maxBarThickness: look.fontSize * widestBar,
              borderWidth: 0,
            }
          : funnel
            ? pointsOf(series, look)
            : {
                borderWidth: (index === 0 ? 3 : 2) * stroke,
                ...(series.thinFrom === undefined
                  ? {}
                  : {
                      segment: {
                        borderWidth: ({ p1 }: ScriptableLineSegmentContext) =>
                          p1.parsed.x! >= series.thinFrom! ? stroke : undefined,
                      },
                    }),
                borderDash: dashes[series.dash].map((length) => length * stroke),
                stepped: series.stepped ? ("before" as const) : false,
                pointRadius:
                  definition.x.format !== "category"
                    ? 0
                    : series.points.map(({ x, y }, at) =>
                        y !== null && (isLone(series, at) || x === lastKnown(series)) ? 3 * stroke : 0,
                      ),
                pointBackgroundColor: look.colour(series.colour),
                pointBorderWidth: 0,
                pointHoverRadius: 5,
                spanGaps: false,
              }),
      })),
    },
    options: {
      animation: false,
      responsive: false,
      maintainAspectRatio: false,
      layout: { padding: { top: look.fontSize * 0.6, right: look.fontSize * 0.8, left: 0, bottom: 0 } },
      interaction: funnel
        ? { mode: "nearest", axis: "xy", intersect: false }
        : { mode: "index", axis: "x", intersect: false },
      scales: {
        x: {
          type: "linear",
          min: placeOn(definition.x, definition.x.min) - edge,
          max: placeOn(definition.x, definition.x.max) + edge,
          offset: false,
          afterBuildTicks: (axis) => {
            axis.ticks = xTicks.map(({ at }) => ({ value: placeOn(definition.x, at) }));
          },
          ticks: {
            callback: (value) => xTicks.find(({ at }) => placeOn(definition.x, at) === value)?.label ?? "",
            color: text,
            font: type,
            padding: 6,
            autoSkip: false,
            maxRotation: 0,
          },
          title: {
            display: definition.x.title !== "",
            text: definition.x.title,
            color: text,
            font: type,
            padding: { top: 2 },
          },
          grid: { display: false },
          border: { color: look.colour("chart-axis") },
        },
        y: {
          type: "linear",
          min: definition.y.min,
          max: definition.y.max,
          afterBuildTicks: (axis) => {
            axis.ticks = definition.y.ticks.map(({ at }) => ({ value: at }));
          },
          ticks: {
            callback: (value) => definition.y.ticks.find(({ at }) => at === value)?.label ?? "",
            color: text,
            font: type,
            padding: 8,
            autoSkip: false,
          },
          grid,
          border: { display: false },
        },
      },
    },
    plugins: [
      limits(definition, look),
      bands(definition, look),
      marks(definition, look),
      hatch(definition, look),
      labels(definition, look),
    ],
  };
}

/** The same for a drawing that stands still: a pixel of it is one of the file, and nobody points at it. */
export function standingChartJs(definition: ChartDefinition, look: ChartLook): ChartConfiguration {
  const config = chartJs(definition, look);
  // Set, not spread: to compare options that were put together anew with all those of Chart.js takes the compiler many seconds.
  const options = (config.options ??= {});
  options.devicePixelRatio = 1;
  options.events = [];
  return config;
}

/** Points without a line: the page's own agency large, its adjusted share a ring. */
function pointsOf({ point = "dot", colour }: ChartSeries, look: ChartLook): object {
  const scale = look.fontSize / 14;
  return {
    showLine: false,
    pointRadius: radii[point] * scale,
    pointHoverRadius: (radii[point] + 2) * scale,
    pointBackgroundColor: point === "ring" ? "transparent" : look.colour(colour),
    pointBorderColor: look.colour(point === "dot" ? "paper" : colour),
    pointBorderWidth: (point === "dot" ? 1 : 2) * scale,
  };
}

/** A point between two gaps has no line of its own and needs a dot. */
function isLone({ points }: ChartSeries, at: number): boolean {
  return (points[at - 1]?.y ?? null) === null && (points[at + 1]?.y ?? null) === null;
}

function lastKnown({ points }: ChartSeries): number | undefined {
  return points.findLast(({ y }) => y !== null)?.x;
}
