import { crc32, deflateSync } from "node:zlib";
import type { Canvas } from "@napi-rs/canvas";

/** Colours nearer to each other than this many steps of 256 are one: they differ only at the smoothed edges of letters. */
const step = 8;
const most = 256;
/** Three parts in a hundred more bytes than at level 6, in two thirds of the time; level 3 takes half of it and a sixth more bytes. */
const deflateLevel = 4;
/** The filter of a row that tells differences from the row above: of equal rows they are zeros (PNG, 9.2, filter type 2). */
const sameAsAbove = 2;

/**
 * What is drawn on a canvas as such a PNG. The copy of its pixels is given back at once: megabytes that wait for the garbage
 * collector make it run for every dozen pictures, over all that a build holds.
 *
 * @param first see indexedPng
 */
export function canvasPng(canvas: Canvas, first: readonly string[]): Buffer {
  const pixels = canvas.data();
  const png = indexedPng(pixels, canvas.width, canvas.height, first);
  const { buffer } = pixels;
  if (buffer instanceof ArrayBuffer && buffer.byteLength === pixels.length) buffer.transfer(0);
  return png;
}

/** Rows of the picture at hand, with the byte before each that names its filter: lent anew to each picture of this size. */
let rows = new Uint8Array(0);

/**
 * A picture of few colours as a PNG with a palette: a third of the bytes and of the time of a full-colour one.
 *
 * @param pixels red, green, blue, alpha of every pixel, as the canvas holds them; the picture is opaque
 * @param first colours of the palette that must be exact, "#rrggbb"
 */
function indexedPng(pixels: Uint8Array, width: number, height: number, first: readonly string[]): Buffer {
  const palette: number[] = [];
  const places = new Int16Array((most / step) ** 3).fill(-1);
  const binOf = (colour: number): number =>
    (((colour >> 19) & 31) << 10) | (((colour >> 11) & 31) << 5) | ((colour >> 3) & 31);
  const add = (colour: number): number => {
    const place = palette.length < most ? palette.push(colour) - 1 : nearest(palette, colour);
    return (places[binOf(colour)] = place);
  };
  for (const colour of first)
    if (places[binOf(parseInt(colour.slice(1), 16))] === -1) add(parseInt(colour.slice(1), 16));
  if (rows.length !== height * (width + 1)) rows = new Uint8Array(height * (width + 1));
  // Red stands in the lowest byte of these numbers.
  const quads = new Uint32Array(pixels.buffer, pixels.byteOffset, width * height);
  const bytes = Buffer.from(pixels.buffer, pixels.byteOffset, pixels.length);
  const [line, length] = [4 * width, width + 1];
  for (let row = 0, at = 0, out = 0; row < height; row += 1) {
    // Paper, bars, the rules of a chart: most rows are the row above, and are told as that.
    if (row > 0 && bytes.compare(bytes, (row - 1) * line, row * line, row * line, (row + 1) * line) === 0) {
      rows[out] = sameAsAbove;
      rows.fill(0, out + 1, out + length);
      out += length;
      at += width;
      continue;
    }
    rows[out++] = 0;
    // Neighbours are alike, and are set together.
    for (const end = at + width; at < end;) {
      const quad = quads[at]!;
      let next = at + 1;
      while (next < end && quads[next] === quad) next += 1;
      const colour = ((quad & 255) << 16) | (quad & 0xff00) | ((quad >>> 16) & 255);
      const known = places[binOf(colour)]!;
      const place = known === -1 ? add(colour) : known;
      if (next - at === 1) rows[out] = place;
      else rows.fill(place, out, out + next - at);
      out += next - at;
      at = next;
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // Eight bits a pixel, with a palette.
  head.set([8, 3, 0, 0, 0], 8);
  const colours = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk("IHDR", head),
    chunk("PLTE", colours),
    chunk("IDAT", deflateSync(rows, { level: deflateLevel })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function nearest(palette: readonly number[], colour: number): number {
  const distance = (other: number): number =>
    [16, 8, 0].reduce((sum, shift) => sum + (((other >> shift) & 255) - ((colour >> shift) & 255)) ** 2, 0);
  return palette.reduce((best, other, place) => (distance(other) < distance(palette[best]!) ? place : best), 0);
}

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, "latin1"), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
