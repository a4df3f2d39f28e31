import { createCanvas, type Canvas, type SKRSContext2D } from "@napi-rs/canvas";
import { type ChartDefinition } from "../../site/charts/definition.ts";
import { shareImageSize } from "../../site/share/shareImage.ts";
import { type Card } from "./cards.ts";
import { cardColour, cardFont, drawPlot } from "./drawPlot.ts";

const { width, height } = shareImageSize;
const margin = 60;
const room = width - 2 * margin;
/** Where the chart begins, right of the figures. */
const chartLeft = 520;

/**
 * A card as a picture: whose figures, of what, the headline, three figures, the chart. The same card gives the same bytes.
 *
 * @returns a PNG file of shareImageSize
 */
export function drawCard(card: Card): Promise<Buffer> {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  context.fillStyle = cardColour("paper");
  context.fillRect(0, 0, width, height);
  context.fillStyle = cardColour("accent");
  context.fillRect(0, 0, width, 10);
  context.textBaseline = "alphabetic";

  drawSign(context, margin, 62);
  write(context, card.portal, { x: margin + 62, y: 71, size: 28, weight: 640 });
  write(context, card.asOf, { x: width - margin, y: 71, size: 22, colour: "ink-soft", align: "right" });

  let y = 128;
  for (const line of fitted(context, card.name, [28, 25], 560, room, 2).lines) {
    write(context, line, { x: margin, y, size: 27, weight: 560, colour: "accent" });
    y += 34;
  }
  const { lines, size } = fitted(context, card.headline, [46, 42, 38, 34], 640, room, 3);
  y += size * 0.62;
  for (const line of lines) {
    write(context, line, { x: margin, y, size, weight: 640 });
    y += size * 1.2;
  }

  const top = y - size * 0.4;
  drawFigures(context, card.figures, top, card.chart ? chartLeft - margin - 40 : room, card.chart !== null);
  if (card.chart) drawChart(context, card.chart, top);
  return canvas.encode("png");
}

interface Place {
  x: number;
  y: number;
  size: number;
  weight?: number;
  colour?: string;
  align?: "left" | "right";
}

function write(context: SKRSContext2D, text: string, { x, y, size, weight = 400, colour = "ink", align = "left" }: Place): void {
  context.font = `${weight} ${size}px ${cardFont}`;
  context.fillStyle = cardColour(colour);
  context.textAlign = align;
  context.fillText(text, x, y);
}

/** The portal's sign, as in its header. */
function drawSign(context: SKRSContext2D, x: number, y: number): void {
  context.strokeStyle = cardColour("ink");
  context.lineWidth = 3.5;
  context.beginPath();
  context.moveTo(x + 15, y);
  context.lineTo(x + 36, y);
  context.moveTo(x + 15, y);
  context.arc(x + 8, y, 7, 0, Math.PI * 2);
  context.stroke();
  context.fillStyle = cardColour("accent");
  context.beginPath();
  context.arc(x + 41, y, 10, 0, Math.PI * 2);
  context.fill();
}

/** Figures beside the chart stand one below the other, without a chart side by side. */
function drawFigures(context: SKRSContext2D, figures: Card["figures"], top: number, space: number, stacked: boolean): void {
  const step = stacked ? (height - margin + 20 - top) / figures.length : 0;
  const column = space / figures.length;
  figures.forEach(({ value, label }, at) => {
    const x = margin + (stacked ? 0 : at * column);
    const y = top + (stacked ? at * step : 40) + Math.min(step || 60, 60);
    write(context, value, { x, y, size: stacked ? 44 : 60, weight: 640 });
    context.font = `400 21px ${cardFont}`;
    const beside = stacked ? context.measureText("").width : 0;
    linesOf(context, label, (stacked ? space : column - 30) - beside).slice(0, 2).forEach((line, row) => write(context, line, { x, y: y + 30 + row * 26, size: 21, colour: "ink-soft" }));
  });
}

function drawChart(context: SKRSContext2D, chart: ChartDefinition, top: number): void {
  const space = { width: width - margin - chartLeft, height: Math.round(height - 28 - top) };
  const plot: Canvas = drawPlot(chart, space.width, space.height, 20);
  context.drawImage(plot, chartLeft, Math.round(top));
}

/** A text in the largest of the sizes in which it takes no more than the given lines; what is too long even then is cut. */
function fitted(context: SKRSContext2D, text: string, sizes: readonly number[], weight: number, space: number, most: number): { lines: string[]; size: number } {
  let lines: string[] = [];
  for (const size of sizes) {
    context.font = `${weight} ${size}px ${cardFont}`;
    lines = linesOf(context, text, space);
    if (lines.length <= most) return { lines, size };
  }
  return { lines: [...lines.slice(0, most - 1), `${lines[most - 1] ?? ""}…`], size: sizes.at(-1)! };
}

/** Breaks a text at its spaces into lines that fit. No-break spaces hold. */
function linesOf(context: SKRSContext2D, text: string, space: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && context.measureText(`${last} ${word}`).width <= space) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
