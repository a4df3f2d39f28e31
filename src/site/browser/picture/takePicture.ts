import { framedDrawing } from "../../../charts/framedDrawing.ts";
import type { TakenPicture } from "../../takenPicture.ts";
import { saveFile } from "../saveFile.ts";
import { paintSvg } from "./paintSvg.ts";
import { shownFigure } from "./shownFigure.ts";

const typeface = '"Golos Text", "Golos Fallback", sans-serif';
/** Pixels of the picture to one of the drawing: sharp on screens of phones, and on paper. */
const density = 2;

/**
 * Makes a picture of a figure of the page and gives it to the reader as a file: the same for everybody, light, whatever the page
 * looks like now.
 *
 * @param figure a chart or a map with everything that is made of its definition
 * @throws Error where it cannot be drawn
 */
export async function takePicture(figure: Element, told: TakenPicture): Promise<void> {
  const shown = shownFigure(figure, told);
  // The page may not have needed yet every letter that the picture has.
  const texts = `${figure.textContent}${Object.values(told).join("")}`;
  await Promise.all([400, 560, 640].map((weight) => document.fonts.load(`${weight} 16px "Golos Text"`, texts)));
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("The browser has no canvas");
  const svg = framedDrawing(shown, (weight, size) =>
    Object.assign(context, { font: `${weight} ${size}px ${typeface}` }),
  );
  const drawing = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
  canvas.width = density * Number(drawing.getAttribute("width"));
  canvas.height = density * Number(drawing.getAttribute("height"));
  context.scale(density, density);
  paintSvg(context, drawing, typeface);
  const picture = await new Promise<Blob | null>((made) => canvas.toBlob(made, "image/png"));
  if (picture === null) throw new Error("The browser has made no picture");
  saveFile(picture, told.file);
}
