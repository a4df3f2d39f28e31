import type { SKRSContext2D } from "@napi-rs/canvas";
import { dashes, type ChartDefinition } from "../../charts/definition.ts";
import { drawMark } from "../../charts/drawMark.ts";
import { drawPlot } from "../../charts/drawPng.ts";
import { canvasPng } from "../../charts/indexedPng.ts";
import { lightColour, lightPalette } from "../../charts/palette.ts";
import { canvasFontFamily } from "../../charts/registerFonts.ts";
import { onCanvas } from "../../charts/reusedCanvas.ts";
import { shareImageSize } from "../../site/share/shareImage.ts";
import { drawSign, fitted, write } from "./cardInk.ts";
import type { Card } from "./cards.ts";

const { width, height } = shareImageSize;
const margin = 60;
const room = width - 2 * margin;
/** Where the chart begins, right of the figures. */
const chartLeft = 540;
const bottom = height - 36;

/**
 * A card as a picture: whose figures, of what, the headline, three figures, the chart. The same card gives the same bytes.
 *
 * @returns a PNG file of shareImageSize
 */
export function drawCard(card: Card): Buffer {
  return onCanvas(width, height, (canvas) => {
    drawOn(canvas.getContext("2d"), card);
    return canvasPng(canvas, Object.values(lightPalette));
  });
}

function drawOn(context: SKRSContext2D, card: Card): void {
  context.fillStyle = lightColour("paper");
  context.fillRect(0, 0, width, height);
  context.fillStyle = lightColour("accent");
  context.fillRect(0, 0, width, 10);
  // Below the band the rest is a little lower.
  const lower = card.mark === null ? 0 : drawMark(context, card.mark, width, lightColour) - 14;

  drawSign(context, margin, 60 + lower);
  write(context, card.portal, { x: margin + 62, y: 69 + lower, size: 28, weight: 640 });
  write(context, card.asOf, { x: width - margin, y: 69 + lower, size: 22, colour: "ink-soft", align: "right" });

  let y = 126 + lower;
  for (const line of fitted(context, card.name, [27], 560, room, 2).lines) {
    write(context, line, { x: margin, y, size: 27, weight: 560, colour: "accent" });
    y += 34;
  }
  const { lines, size } = fitted(context, card.headline, [46, 42, 38, 34], 640, room, 3);
  y += size * 0.6;
  for (const line of lines) {
    write(context, line, { x: margin, y, size, weight: 640 });
    y += size * 1.2;
  }
  const top = Math.round(y - size * 0.35);
  drawFigures(context, card.figures, top, (card.chart ? chartLeft - 40 : width - margin) - margin);
  if (card.chart) drawChart(context, card.chart, top);
}

/** Figures one below the other, each with its words beside it. */
function drawFigures(context: SKRSContext2D, figures: Card["figures"], top: number, space: number): void {
  const step = (bottom - top) / figures.length;
  context.font = `640 44px ${canvasFontFamily}`;
  const values = Math.max(...figures.map(({ value }) => context.measureText(value).width)) + 22;
  for (const [at, { value, label }] of figures.entries()) {
    const middle = top + (at + 0.5) * step;
    write(context, value, { x: margin, y: middle + 15, size: 44, weight: 640 });
    const { lines } = fitted(context, label, [20], 400, space - values, 3);
    for (const [row, line] of lines.entries()) {
      write(context, line, {
        x: margin + values,
        y: middle + 7 + (row - (lines.length - 1) / 2) * 24,
        size: 20,
        colour: "ink-soft",
      });
    }
  }
}

/** The plot, and over it the names of its lines: in so small a plot they would cross the lines themselves. */
function drawChart(context: SKRSContext2D, chart: ChartDefinition, top: number): void {
  const space = width - margin - chartLeft;
  const key = chart.series.length > 1 ? drawKey(context, chart, top, space) : 0;
  drawPlot(
    context,
    { ...chart, labels: [] },
    { left: chartLeft, top: top + key, width: space, height: bottom - top - key },
    20,
  );
}

/** Side by side where they fit, else one below the other. @returns the height it took */
function drawKey(context: SKRSContext2D, { series }: ChartDefinition, top: number, space: number): number {
  const [sample, gap, between, row] = [30, 7, 16, 28];
  context.font = `400 20px ${canvasFontFamily}`;
  const widths = series.map(({ label }) => sample + gap + context.measureText(label).width);
  const whole = widths.reduce((sum, one) => sum + one + between, -between);
  const stacked = whole > space;
  let x = chartLeft + space - (stacked ? Math.max(...widths) : whole);
  for (const [at, { label, colour, dash }] of series.entries()) {
    const y = top + 12 + (stacked ? at * row : 0);
    context.save();
    context.strokeStyle = lightColour(colour);
    context.lineWidth = 4;
    context.setLineDash(dashes[dash].map((length) => length * 1.5));
    context.beginPath();
    context.moveTo(x, y);
    context.lineTo(x + sample, y);
    context.stroke();
    context.restore();
    write(context, label, { x: x + sample + gap, y: y + 7, size: 20, colour: "ink-soft" });
    if (!stacked) x += (widths[at] ?? 0) + between;
  }
  return 6 + row * (stacked ? series.length : 1);
}
