import { type Chart, type ChartConfiguration, type Plugin } from "chart.js";
import { type ChartDefinition, type ChartSeries } from "./definition.ts";

/** How a definition is drawn: at which width, in which colours and type. */
export interface ChartLook {
  width: number;
  height: number;
  fontSize: number;
  fontFamily: string;
  /** The value of a colour token: at build time `var(--chart-grid)`, in the browser what it stands for. */
  colour: (token: string) => string;
}

const dashes: Record<ChartSeries["dash"], number[]> = { solid: [], long: [9, 5], short: [5, 4], dotted: [1.5, 4] };

/** Distance between the first and the last label that a month needs, in units of type size. */
const labelWidth = 4.2;

/** Labels that fit into the width; a January stays, because it carries the year. */
function visibleTicks(definition: ChartDefinition, look: ChartLook): ChartDefinition["x"]["ticks"] {
  const { ticks } = definition.x;
  const fitting = Math.max(2, Math.floor((look.width - look.fontSize * 4) / (look.fontSize * labelWidth)));
  const every = Math.ceil(ticks.length / fitting);
  const anchor = Math.max(0, ticks.findIndex((tick, index) => index > 0 && tick.label.includes("’")));
  return ticks.filter((_, index) => (index - anchor) % every === 0);
}

/** Draws the 95 % band behind a stepped line. */
function bands(definition: ChartDefinition, look: ChartLook): Plugin {
  return {
    id: "bands",
    beforeDatasetsDraw({ ctx, scales }) {
      const { x, y } = scales;
      if (!x || !y) return;
      for (const { points, stepped } of definition.series) {
        const known = points.filter((point) => point.low !== undefined && point.high !== undefined);
        if (known.length < 2) continue;
        ctx.save();
        ctx.beginPath();
        known.forEach((point, index) => {
          const at = x.getPixelForValue(point.x);
          if (index === 0) ctx.moveTo(at, y.getPixelForValue(point.high!));
          else {
            if (stepped) ctx.lineTo(at, y.getPixelForValue(known[index - 1]!.high!));
            ctx.lineTo(at, y.getPixelForValue(point.high!));
          }
        });
        for (let index = known.length - 1; index >= 0; index -= 1) {
          const at = x.getPixelForValue(known[index]!.x);
          ctx.lineTo(at, y.getPixelForValue(known[index]!.low!));
          if (stepped && index > 0) ctx.lineTo(at, y.getPixelForValue(known[index - 1]!.low!));
        }
        ctx.closePath();
        ctx.fillStyle = look.colour("chart-band");
        ctx.fill();
        ctx.restore();
      }
    },
  };
}

/** Draws the norm: a dashed vertical line with its label beside it. */
function marks(definition: ChartDefinition, look: ChartLook): Plugin {
  return {
    id: "marks",
    afterDatasetsDraw({ ctx, scales, chartArea }) {
      const { x } = scales;
      if (!x) return;
      for (const mark of definition.marks) {
        const at = Math.round(x.getPixelForValue(mark.at)) + 0.5;
        ctx.save();
        ctx.beginPath();
        ctx.moveTo(at, chartArea.top);
        ctx.lineTo(at, chartArea.bottom);
        ctx.setLineDash([3, 3]);
        ctx.lineWidth = 1.5;
        ctx.strokeStyle = look.colour("ink");
        ctx.stroke();
        ctx.fillStyle = look.colour("ink");
        ctx.font = `600 ${look.fontSize}px ${look.fontFamily}`;
        const fits = at + ctx.measureText(mark.label).width + 8 < chartArea.right;
        ctx.textAlign = fits ? "left" : "right";
        ctx.textBaseline = "bottom";
        ctx.fillText(mark.label, at + (fits ? 6 : -6), chartArea.bottom - 6);
        ctx.restore();
      }
    },
  };
}

/** Hatches the bars of incomplete months: their figure will still grow. */
function hatch(definition: ChartDefinition, look: ChartLook): Plugin {
  const step = 5;
  return {
    id: "hatch",
    afterDatasetsDraw(chart: Chart) {
      const { ctx } = chart;
      definition.series.forEach((series, index) => {
        for (const at of series.partial) {
          const bar = chart.getDatasetMeta(index).data[at];
          if (!bar) continue;
          const { x, y, base, width } = bar.getProps(["x", "y", "base", "width"], true) as Record<"x" | "y" | "base" | "width", number>;
          const [left, right, top, bottom] = [x - width / 2, x + width / 2, y, base];
          ctx.save();
          ctx.beginPath();
          // A diagonal starts on the left or the bottom edge and ends on the right or the top one.
          for (let offset = step; offset < right - left + (bottom - top); offset += step) {
            ctx.moveTo(Math.max(left, left + offset - (bottom - top)), Math.max(top, bottom - offset));
            ctx.lineTo(Math.min(right, left + offset), Math.min(bottom, bottom - offset + (right - left)));
          }
          ctx.lineWidth = 1;
          ctx.strokeStyle = look.colour(series.colour);
          ctx.stroke();
          ctx.strokeRect(left + 0.5, top + 0.5, right - left - 1, bottom - top - 0.5);
          ctx.restore();
        }
      });
    },
  };
}

/** The Chart.js configuration of a definition, for the drawing at build time and for the browser alike. */
export function chartJs(definition: ChartDefinition, look: ChartLook): ChartConfiguration {
  const bars = definition.kind === "bars";
  const edge = bars ? 0.5 : 0;
  const xTicks = definition.x.format === "category" ? visibleTicks(definition, look) : definition.x.ticks;
  const type = { size: look.fontSize, family: look.fontFamily };
  const grid = { color: look.colour("chart-grid"), tickLength: 0, lineWidth: 1 };
  const text = look.colour("chart-text");
  return {
    type: bars ? "bar" : "line",
    data: {
      datasets: definition.series.map((series, index) => ({
        label: series.label,
        data: series.points.map(({ x, y }) => ({ x, y: y as number })),
        // The subject lies on top of what it is compared with.
        order: index,
        borderColor: look.colour(series.colour),
        // The last point lies on the edge and is drawn whole.
        clip: 6,
        ...(bars
          ? {
              backgroundColor: series.points.map(({ x }) => (series.partial.includes(x) ? "transparent" : look.colour(series.colour))),
              categoryPercentage: 1,
              barPercentage: 0.72,
              borderWidth: 0,
            }
          : {
              borderWidth: index === 0 ? 3 : 2,
              borderDash: dashes[series.dash],
              stepped: series.stepped ? ("before" as const) : false,
              pointRadius: definition.x.format !== "category" ? 0 : series.points.map(({ x, y }, at) => (y !== null && isLone(series, at) ? 3 : x === lastKnown(series) ? 3 : 0)),
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
      interaction: { mode: "index", axis: "x", intersect: false },
      scales: {
        x: {
          type: "linear",
          min: definition.x.min - edge,
          max: definition.x.max + edge,
          offset: false,
          afterBuildTicks: (axis) => {
            axis.ticks = xTicks.map(({ at }) => ({ value: at }));
          },
          ticks: { callback: (value) => xTicks.find(({ at }) => at === value)?.label ?? "", color: text, font: type, padding: 6, autoSkip: false, maxRotation: 0 },
          title: { display: definition.x.title !== "", text: definition.x.title, color: text, font: type, padding: { top: 2 } },
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
          ticks: { callback: (value) => definition.y.ticks.find(({ at }) => at === value)?.label ?? "", color: text, font: type, padding: 8, autoSkip: false },
          grid,
          border: { display: false },
        },
      },
    },
    plugins: [bands(definition, look), marks(definition, look), hatch(definition, look)],
  } as ChartConfiguration;
}

/** A point between two gaps has no line of its own and needs a dot. */
function isLone({ points }: ChartSeries, at: number): boolean {
  return (points[at - 1]?.y ?? null) === null && (points[at + 1]?.y ?? null) === null;
}

function lastKnown({ points }: ChartSeries): number | undefined {
  return points.findLast(({ y }) => y !== null)?.x;
}
