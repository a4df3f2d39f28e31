import { createCanvas, loadImage } from "@napi-rs/canvas";

/** How large the portal's sign is drawn for those who cannot show a drawing, in pixels. */
export const iconSizes = {
  "favicon-32.png": 32,
  "apple-touch-icon.png": 180,
  "icon-192.png": 192,
  "icon-512.png": 512,
} as const;

/**
 * The portal's sign in pixels.
 *
 * @param svg the drawing, public/favicon.svg
 * @param size of a side; phones round the corners of large icons themselves, and want them filled
 * @returns a PNG file
 */
export async function drawIcon(svg: Buffer, size: number): Promise<Buffer> {
  const canvas = createCanvas(size, size);
  const context = canvas.getContext("2d");
  if (size > 32) {
    context.fillStyle = "#1d459f";
    context.fillRect(0, 0, size, size);
  }
  context.drawImage(await loadImage(svg), 0, 0, size, size);
  return canvas.encode("png");
}
