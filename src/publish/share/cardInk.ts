import type { SKRSContext2D } from "@napi-rs/canvas";
import { linesOf } from "../../charts/linesOf.ts";
import { lightColour } from "../../charts/palette.ts";
import { canvasFontFamily } from "../../charts/registerFonts.ts";

/** What cards are drawn with: words, words that fit a space, and the portal's sign. */

interface Place {
  x: number;
  y: number;
  size: number;
  weight?: number;
  colour?: string;
  align?: "left" | "right";
}

/** One line of words. */
export function write(
  context: SKRSContext2D,
  text: string,
  { x, y, size, weight = 400, colour = "ink", align = "left" }: Place,
): void {
  context.font = `${weight} ${size}px ${canvasFontFamily}`;
  context.fillStyle = lightColour(colour);
  context.textAlign = align;
  context.fillText(text, x, y);
}

/** The portal's sign, as in its header. */
export function drawSign(context: SKRSContext2D, x: number, y: number): void {
  context.strokeStyle = lightColour("ink");
  context.lineWidth = 3.5;
  context.beginPath();
  context.moveTo(x + 15, y);
  context.lineTo(x + 36, y);
  context.moveTo(x + 15, y);
  context.arc(x + 8, y, 7, 0, Math.PI * 2);
  context.stroke();
  context.fillStyle = lightColour("accent");
  context.beginPath();
  context.arc(x + 41, y, 10, 0, Math.PI * 2);
  context.fill();
}

/** A text in the largest of the sizes in which it takes no more than the given lines; what is too long even then is cut. */
export function fitted(
  context: SKRSContext2D,
  text: string,
  sizes: readonly number[],
  weight: number,
  space: number,
  most: number,
): { lines: string[]; size: number } {
  let lines: string[] = [];
  for (const size of sizes) {
    context.font = `${weight} ${size}px ${canvasFontFamily}`;
    lines = linesOf(context, text, space);
    if (lines.length <= most) return { lines, size };
  }
  return { lines: [...lines.slice(0, most - 1), `${lines[most - 1] ?? ""}…`], size: sizes.at(-1)! };
}
