import { createCanvas, loadImage } from "@napi-rs/canvas";
import { expect, test } from "vitest";
import { canvasPng } from "../../src/charts/indexedPng.ts";

test("a picture holds the pixels of its canvas, those of rows that repeat the row above as well", async () => {
  const [width, height] = [40, 30];
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, width, height);
  context.fillStyle = "#c02040";
  context.fillRect(5, 8, 10, 12);
  context.fillStyle = "#2040c0";
  context.fillRect(0, 25, width, 1);
  const png = canvasPng(canvas, ["#ffffff", "#c02040", "#2040c0"]);
  const read = createCanvas(width, height).getContext("2d");
  read.drawImage(await loadImage(png), 0, 0);
  expect(Buffer.from(read.getImageData(0, 0, width, height).data)).toEqual(
    Buffer.from(context.getImageData(0, 0, width, height).data),
  );
});
