import { createCanvas } from "@napi-rs/canvas";
import { type ChartDefinition, keyedSeries } from "./definition.ts";
import { drawings, drawSvg } from "./drawSvg.ts";
import { framedDrawing } from "./framedDrawing.ts";
import { keySample } from "./keySample.ts";
import type { PictureTexts } from "./pictureTexts.ts";
import { canvasFontFamily } from "./registerFonts.ts";

const ruler = createCanvas(1, 1).getContext("2d");

/** A chart as a drawing that stands by itself: see framedDrawing. The same definition gives the same text. */
export function standaloneSvg(definition: ChartDefinition, { mark, name, source, remarks }: PictureTexts): string {
  const { title, subtitle, description, kind } = definition;
  return framedDrawing(
    {
      mark,
      name,
      title,
      subtitle,
      description,
      key: keyedSeries(definition).map((series) => ({ label: series.label, ...keySample(series, kind) })),
      remarks,
      drawing: { left: 0, top: 0, ...drawings.wide, content: drawSvg(definition, "wide") },
      foot: [source],
    },
    (weight, size) => Object.assign(ruler, { font: `${weight} ${size}px ${canvasFontFamily}` }),
  );
}
