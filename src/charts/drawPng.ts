import type { SKRSContext2D } from "@napi-rs/canvas";
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
import { dashes, type ChartDefinition } from "./definition.ts";
import { canvasPng } from "./indexedPng.ts";
import { linesOf } from "./linesOf.ts";
import { drawMark } from "./drawMark.ts";
import { lightColour, lightPalette } from "./palette.ts";
import type { PictureTexts } from "./pictureTexts.ts";
import { canvasFontFamily } from "./registerFonts.ts";
import { onCanvas } from "./reusedCanvas.ts";

Chart.register(LineController, LineElement, PointElement, BarController, BarElement, LinearScale, ScatterController);

/** How a picture is made: its colours, and what it says beside its chart. */
export interface PictureLook extends PictureTexts {
  colour: ChartLook["colour"];
}

/**
 * Draws the plot of a chart alone, on the ground that is there: axes, lines, bars, norm; without titles and key.
 *
 * @param at left, top, width, height in pixels; fontSize of its labels in pixels
 * @param colour values of colour tokens: `lightColour`, or others
 */
export function drawPlot(
  onto: SKRSContext2D,
  definition: ChartDefinition,
  at: { left: number; top: number; width: number; height: number },
  fontSize = 22,
  colour: ChartLook["colour"] = lightColour,
): void {
  const { left, top, width, height } = at;
  onCanvas(width, height, (canvas) => {
    const look = { width, height, fontSize, fontFamily: canvasFontFamily, colour };
    const chart = new Chart<ChartType>(canvas as unknown as HTMLCanvasElement, standingChartJs(definition, look));
    // destroy() wipes the canvas.
    onto.drawImage(canvas, left, top);
    chart.destroy();
  });
}

/**
 * A chart as a picture for sharing: finding, what is shown, key, plot and source. The same definition gives the same bytes.
 *
 * @param width, height in pixels; type grows with the width
 * @returns a PNG file
 */
export function drawPng(definition: ChartDefinition, look: PictureLook, width: number, height: number): Buffer {
  return onCanvas(width, height, (canvas) => {
    const context = canvas.getContext("2d");
    const unit = width / 1200;
    const margin = 48 * unit;
    const room = width - 2 * margin;
    context.fillStyle = look.colour("paper");
    context.fillRect(0, 0, width, height);
    context.textBaseline = "top";

    let top = look.mark === null ? margin : drawMark(context, look.mark, width, look.colour) + 20 * unit;
    const write = (text: string, weight: number, size: number, colour: string, leading: number): void => {
      context.font = `${weight} ${size * unit}px ${canvasFontFamily}`;
      context.fillStyle = look.colour(colour);
      for (const line of linesOf(context, text, room)) {
        context.fillText(line, margin, top);
        top += size * unit * leading;
      }
    };
    write(look.name, 560, 24, "accent", 1.35);
    top += 4 * unit;
    write(definition.title, 640, 38, "ink", 1.22);
    top += 8 * unit;
    write(definition.subtitle, 400, 23, "ink-soft", 1.35);
    top += 12 * unit;
    top += drawKey(context, definition, look, { left: margin, top, room, unit });

    const foot = height - margin - 20 * unit;
    const plotHeight = Math.floor(foot - 18 * unit - top);
    if (plotHeight > 80 * unit) {
      drawPlot(
        context,
        definition,
        { left: margin, top, width: Math.floor(room), height: plotHeight },
        22 * unit,
        look.colour,
      );
    }
    top = foot;
    write(
      linesOf(Object.assign(context, { font: `400 ${20 * unit}px ${canvasFontFamily}` }), look.source, room)[0] ?? "",
      400,
      20,
      "ink-faint",
      1,
    );
    return canvasPng(canvas, Object.keys(lightPalette).map(look.colour));
  });
}

/** Names of the series with their lines, in rows. @returns the height it took */
function drawKey(
  context: SKRSContext2D,
  { series, kind }: ChartDefinition,
  look: PictureLook,
  at: { left: number; top: number; room: number; unit: number },
): number {
  const entries =
    series.length > 1 || look.remarks.length > 0
      ? [...(series.length > 1 || kind !== "bars" ? series : []), ...look.remarks]
      : [];
  if (entries.length === 0) return 0;
  const { unit } = at;
  const [size, gap, sample, row] = [21 * unit, 32 * unit, 44 * unit, 34 * unit];
  context.font = `400 ${size}px ${canvasFontFamily}`;
  let [x, y] = [at.left, at.top];
  for (const entry of entries) {
    const label = typeof entry === "string" ? entry : entry.label;
    const width = (typeof entry === "string" ? 0 : sample + 12 * unit) + context.measureText(label).width;
    if (x > at.left && x + width > at.left + at.room) [x, y] = [at.left, y + row];
    if (typeof entry !== "string") {
      context.save();
      context.strokeStyle = context.fillStyle = look.colour(entry.colour);
      if (kind === "funnel") {
        context.beginPath();
        context.arc(x + sample / 2, y + size * 0.6, (entry.point === "dot" ? 5 : 9) * unit, 0, Math.PI * 2);
        context.lineWidth = 3 * unit;
        if (entry.point === "ring") context.stroke();
        else context.fill();
      } else {
        context.lineWidth = 5 * unit;
        context.setLineDash(dashes[entry.dash].map((length) => length * 1.6 * unit));
        context.beginPath();
        context.moveTo(x, y + size * 0.6);
        context.lineTo(x + sample, y + size * 0.6);
        context.stroke();
      }
      context.restore();
    }
    context.fillStyle = look.colour("ink-soft");
    context.fillText(label, x + (typeof entry === "string" ? 0 : sample + 12 * unit), y);
    x += width + gap;
  }
  return y + row + 6 * unit - at.top;
}
