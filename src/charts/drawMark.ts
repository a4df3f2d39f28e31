import type { SKRSContext2D } from "@napi-rs/canvas";
import type { ChartLook } from "./chartLook.ts";
import { canvasFontFamily } from "./registerFonts.ts";

/**
 * Draws the band at the upper edge of a picture that says that its data are made up, in the colours that pages say it in.
 *
 * @param width of the picture in pixels
 * @returns where the band ends
 */
export function drawMark(context: SKRSContext2D, mark: string, width: number, colour: ChartLook["colour"]): number {
  const unit = width / 1200;
  const height = 44 * unit;
  const { textAlign, textBaseline } = context;
  context.fillStyle = colour("notice");
  context.fillRect(0, 0, width, height);
  context.fillStyle = colour("notice-ink");
  context.font = `560 ${20 * unit}px ${canvasFontFamily}`;
  Object.assign(context, { textAlign: "center", textBaseline: "middle" });
  context.fillText(mark, width / 2, height / 2);
  Object.assign(context, { textAlign, textBaseline });
  return height;
}
