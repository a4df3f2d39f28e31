import { createCanvas, type Canvas } from "@napi-rs/canvas";

const free = new Map<string, Canvas[]>();

/**
 * Lends a canvas of this size, blank and in its first state. Megabytes of pixels for each picture would keep the garbage
 * collector busier than the drawing is.
 *
 * @param draw may borrow further ones meanwhile; keeps nothing of the canvas
 */
export function onCanvas<Made>(width: number, height: number, draw: (canvas: Canvas) => Made): Made {
  const size = `${width}×${height}`;
  const canvas = free.get(size)?.pop() ?? createCanvas(width, height);
  const made = draw(canvas);
  canvas.getContext("2d").reset();
  free.set(size, [...(free.get(size) ?? []), canvas]);
  return made;
}
