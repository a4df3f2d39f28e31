import type { SKRSContext2D } from "@napi-rs/canvas";
import { canvasPng } from "../../charts/indexedPng.ts";
import { lightColour, lightPalette } from "../../charts/palette.ts";
import { onCanvas } from "../../charts/reusedCanvas.ts";
import { drawSign, fitted, write } from "./cardInk.ts";
import type { WeekCard } from "./weekCard.ts";

const margin = 60;
const rowHeight = 62;
/** Beside the number rows stand closer: the lowest bar must end above the foot. */
const wideRowHeight = 56;

/** A part of the picture. */
interface Box {
  left: number;
  top: number;
  width: number;
}

/**
 * The card of a week: its number and what it stands beside, its topics with bars. Side by side where the picture is wide, one
 * below the other where it is square. The same card gives the same bytes.
 *
 * @returns a PNG file
 */
export function drawWeekCard(card: WeekCard, { width, height }: { width: number; height: number }): Buffer {
  return onCanvas(width, height, (canvas) => {
    const context = canvas.getContext("2d");
    const isWide = width > height;
    context.fillStyle = lightColour("paper");
    context.fillRect(0, 0, width, height);
    context.fillStyle = lightColour("accent");
    context.fillRect(0, 0, width, 10);
    drawSign(context, margin, 60);
    write(context, card.portal, { x: margin + 62, y: 69, size: 28, weight: 640 });
    const room = width - 2 * margin;
    const title = fitted(context, card.title, isWide ? [38, 34, 30] : [44, 40, 36], 640, room, isWide ? 2 : 3);
    let y = isWide ? 128 : 150;
    for (const line of title.lines) {
      write(context, line, { x: margin, y, size: title.size, weight: 640 });
      y += title.size * 1.2;
    }
    const half = isWide ? room / 2 - 20 : room;
    const footTop = height - 30 - card.foot.length * 26;
    const box = { left: margin, top: y + (isWide ? 16 : 30), width: half };
    const below = drawNumber(context, card, box, isWide, isWide ? footTop - 10 : footTop - 5 * rowHeight - 90);
    drawTopics(
      context,
      card,
      isWide
        ? { left: margin + half + 40, top: y + 6, width: half }
        : { left: margin, top: Math.max(below + 30, height - 150 - 5 * rowHeight), width: half },
      isWide ? wideRowHeight : rowHeight,
    );
    let foot = height - 30 - (card.foot.length - 1) * 26;
    for (const line of card.foot) {
      write(context, line, { x: margin, y: foot, size: 19, colour: "ink-soft" });
      foot += 26;
    }
    return canvasPng(canvas, Object.values(lightPalette));
  });
}

/** The number of the week, and below it what it stands beside, as large as there is room for above `bottom`. @returns where it ends */
function drawNumber(
  context: SKRSContext2D,
  card: WeekCard,
  { left, top, width }: Box,
  isWide: boolean,
  bottom: number,
): number {
  let y = top;
  if (card.total !== null) {
    const { size } = fitted(context, card.total, isWide ? [64, 56, 48] : [84, 72, 60], 640, width, 1);
    y += size * 0.8;
    write(context, card.total, { x: left, y, size, weight: 640, colour: "accent" });
    y += 18;
  }
  const sizes = isWide ? [22, 20, 18, 16] : [28, 26, 24, 22];
  const linesIn = (size: number) => card.beside.map((one) => fitted(context, one, [size], 400, width, 6).lines);
  const heightIn = (size: number) => linesIn(size).reduce((sum, lines) => sum + size * (0.5 + 1.25 * lines.length), 0);
  const size = sizes.find((one) => y + heightIn(one) <= bottom) ?? sizes.at(-1)!;
  for (const lines of linesIn(size)) {
    y += size * 0.5;
    for (const line of lines) {
      y += size * 1.25;
      write(context, line, { x: left, y, size });
    }
  }
  return y;
}

/** Topics one below the other, each over its bar. */
function drawTopics(
  context: SKRSContext2D,
  { topics, topicsTitle }: WeekCard,
  { left, top, width }: Box,
  height: number,
): void {
  if (topics.length === 0) return;
  let y = top + 28;
  write(context, topicsTitle, { x: left, y, size: 24, weight: 560, colour: "ink-soft" });
  for (const { name, count, length } of topics) {
    y += height;
    const { lines, size } = fitted(context, name, [26, 23, 20], 400, width - 90, 1);
    write(context, lines[0]!, { x: left, y: y - 16, size });
    write(context, count, { x: left + width, y: y - 16, size: 26, weight: 640, align: "right" });
    context.fillStyle = lightColour("accent");
    context.fillRect(left, y - 6, Math.max(4, width * length), 8);
  }
}
