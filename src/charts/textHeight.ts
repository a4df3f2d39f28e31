import { createCanvas } from "@napi-rs/canvas";
import { linesOf } from "./linesOf.ts";
import { canvasFontFamily } from "./registerFonts.ts";

const ruler = createCanvas(1, 1).getContext("2d");

/** How a text is set: pixels, and the height of a line as a multiple of them. */
export interface TypeSize {
  size: number;
  leading: number;
  weight?: number;
}

/** Room that another typeface than Golos Text may need more. */
const spare = 0.95;

/** How high a text stands in a column of so many pixels, in pixels. */
export function textHeight(text: string, room: number, { size, leading, weight = 400 }: TypeSize): number {
  if (text === "") return 0;
  ruler.font = `${weight} ${size}px ${canvasFontFamily}`;
  return linesOf(ruler, text, room * spare).length * size * leading;
}
