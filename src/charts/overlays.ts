import type { Chart, ChartArea, Plugin, Scale } from "chart.js";
import type { ChartLook } from "./chartLook.ts";
import { placeOn, type ChartDefinition } from "./definition.ts";
import { placeLabel, type Box, type Obstacles, type Stroke } from "./labelPlace.ts";

/** What Chart.js does not draw by itself, as plugins: bands of uncertainty, norms, incomplete months. */

/** Draws the 95 % band behind a stepped line. */
export function bands(definition: ChartDefinition, look: ChartLook): Plugin {
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

/** Draws where chance ends: a field for 99.8 %, a darker one in it for 95 %, and what is common to all. */
export function limits(definition: ChartDefinition, look: ChartLook): Plugin {
  return {
    id: "limits",
    beforeDatasetsDraw({ ctx, scales, chartArea }) {
      const { x, y } = scales;
      if (!x || !y) return;
      const field = (low: "low95" | "low998", high: "high95" | "high998", colour: string): void => {
        const points = definition.limits ?? [];
        if (points.length < 2) return;
        const at = (value: number): number => x.getPixelForValue(placeOn(definition.x, value));
        const height = (value: number): number =>
          y.getPixelForValue(Math.min(definition.y.max, Math.max(definition.y.min, value)));
        ctx.beginPath();
        points.forEach((point, index) =>
          index === 0 ? ctx.moveTo(at(point.x), height(point[high])) : ctx.lineTo(at(point.x), height(point[high])),
        );
        for (const point of [...points].reverse()) ctx.lineTo(at(point.x), height(point[low]));
        ctx.closePath();
        ctx.fillStyle = look.colour(colour);
        ctx.fill();
      };
      ctx.save();
      field("low998", "high998", "funnel-outer");
      field("low95", "high95", "funnel-inner");
      for (const { at, label } of definition.levels ?? []) {
        const height = Math.round(y.getPixelForValue(at)) + 0.5;
        ctx.beginPath();
        ctx.moveTo(chartArea.left, height);
        ctx.lineTo(chartArea.right, height);
        ctx.setLineDash([3, 3]);
        ctx.lineWidth = 1.5;
        ctx.strokeStyle = look.colour("ink-soft");
        ctx.stroke();
        ctx.fillStyle = look.colour("ink-soft");
        ctx.font = `${look.fontSize}px ${look.fontFamily}`;
        ctx.textAlign = "left";
        ctx.textBaseline = "top";
        ctx.fillText(label, chartArea.left + 6, height + 5);
      }
      ctx.restore();
    },
  };
}

/** How much wider than ours a usual typeface writes Russian words. */
const widestFace = 1.3;

/** Writes the figure that the title speaks of beside its point, inside the plot, and off the lines and the dots. */
export function labels(definition: ChartDefinition, look: ChartLook): Plugin {
  return {
    id: "labels",
    afterDatasetsDraw({ ctx, scales, chartArea, width: drawingWidth }) {
      const { x, y } = scales;
      if (!x || !y || !definition.labels?.length) return;
      const height = look.fontSize * 1.04;
      const area = {
        left: chartArea.left + 2,
        top: chartArea.top - look.fontSize * 0.6,
        width: chartArea.right - chartArea.left - 2,
        height: chartArea.bottom - chartArea.top + look.fontSize * 0.6,
      };
      ctx.save();
      const names = new Set(definition.series.map(({ label }) => label));
      const obstacles = obstaclesOf(definition, look, x, y, chartArea, ctx);
      ctx.font = `600 ${look.fontSize}px ${look.fontFamily}`;
      ctx.textAlign = "left";
      ctx.textBaseline = "top";
      ctx.lineWidth = look.fontSize / 3.5;
      ctx.lineJoin = "round";
      ctx.strokeStyle = look.colour("paper");
      for (const { x: across, y: up, text, colour, side = "above", align = "center" } of definition.labels) {
        const point = { x: x.getPixelForValue(placeOn(definition.x, across)), y: y.getPixelForValue(up) };
        const gap = look.fontSize * (definition.kind === "lines" ? 0.5 : definition.kind === "bars" ? 0.3 : 0.75);
        const { width } = ctx.measureText(text);
        // A frame is shown in a typeface of the reader's machine: a label that ends at the edge has to bear a wider one.
        const room = Math.min(area.width, drawingWidth - area.left - width * (widestFace - 1));
        const within = { ...area, width: room };
        const { box, free } = placeLabel(point, gap, { width, height }, { side, align }, within, obstacles);
        // Names stand in the key as well: one that has no room is left to it. A figure is always said.
        if (names.has(text) && (!free || width > area.width)) continue;
        obstacles.boxes.push(box);
        ctx.fillStyle = look.colour(colour);
        ctx.strokeText(text, box.left, box.top);
        ctx.fillText(text, box.left, box.top);
      }
      ctx.restore();
    },
  };
}

/** Lines, dots, norms and their labels as they lie in the plot. */
function obstaclesOf(
  definition: ChartDefinition,
  look: ChartLook,
  x: Scale,
  y: Scale,
  { left, right, top, bottom }: ChartArea,
  ctx: CanvasRenderingContext2D,
): Obstacles {
  const strokes: Stroke[] = [];
  const boxes: Box[] = [];
  if (definition.kind === "bars") return { strokes, boxes };
  for (const { points, stepped, point = "dot" } of definition.series) {
    let before: { x: number; y: number } | null = null;
    for (const { x: across, y: up } of points) {
      const at: { x: number; y: number } | null =
        up === null ? null : { x: x.getPixelForValue(placeOn(definition.x, across)), y: y.getPixelForValue(up) };
      if (at && definition.kind === "funnel") {
        const radius = (look.fontSize / 14) * (point === "dot" ? 3.5 : 6.5);
        boxes.push({ left: at.x - radius, top: at.y - radius, width: 2 * radius, height: 2 * radius });
      } else if (at && before) {
        if (stepped) strokes.push([before.x, before.y, at.x, before.y], [at.x, before.y, at.x, at.y]);
        else strokes.push([before.x, before.y, at.x, at.y]);
      }
      before = at;
    }
  }
  for (const { at, label } of definition.marks) {
    const across = x.getPixelForValue(at);
    strokes.push([across, top, across, bottom]);
    ctx.font = `600 ${look.fontSize}px ${look.fontFamily}`;
    const width = ctx.measureText(label).width + 8;
    boxes.push({
      left: across + width < right ? across : across - width,
      top: bottom - 6 - look.fontSize * 1.04,
      width,
      height: look.fontSize * 1.04,
    });
  }
  for (const { at, label } of definition.levels ?? []) {
    const up = y.getPixelForValue(at);
    strokes.push([left, up, right, up]);
    ctx.font = `${look.fontSize}px ${look.fontFamily}`;
    boxes.push({ left: left + 6, top: up + 5, width: ctx.measureText(label).width, height: look.fontSize * 1.04 });
  }
  return { strokes, boxes };
}

/** Draws the norm: a dashed vertical line with its label beside it. */
export function marks(definition: ChartDefinition, look: ChartLook): Plugin {
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
export function hatch(definition: ChartDefinition, look: ChartLook): Plugin {
  const step = 5;
  return {
    id: "hatch",
    afterDatasetsDraw(chart: Chart) {
      const { ctx } = chart;
      definition.series.forEach((series, index) => {
        for (const at of series.partial) {
          const bar = chart.getDatasetMeta(index).data[at];
          if (!bar) continue;
          const { x, y, base, width } = bar.getProps(["x", "y", "base", "width"], true) as Record<
            "x" | "y" | "base" | "width",
            number
          >;
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
