import { createCanvas } from "@napi-rs/canvas";
import { type ChartDefinition, dashes } from "./definition.ts";
import { drawings, drawSvg } from "./drawSvg.ts";
import { linesOf } from "./linesOf.ts";
import { lightColour } from "./palette.ts";
import { type PictureTexts } from "./pictureTexts.ts";
import { canvasFontFamily } from "./registerFonts.ts";

const ruler = createCanvas(1, 1).getContext("2d");
const { width, height } = drawings.wide;
const margin = 20;
const room = width + 2 * margin;

/**
 * A chart as a drawing that stands by itself: finding, what is shown, key, plot and source; its colours are its own, since
 * no style sheet reaches it. The same definition gives the same text.
 */
export function standaloneSvg(definition: ChartDefinition, { mark, name, source, remarks }: PictureTexts): string {
  const parts: string[] = [];
  let top = mark === null ? margin + 8 : 44;
  const write = (text: string, size: number, colour: string, weight = 400): void => {
    ruler.font = `${weight} ${size}px ${canvasFontFamily}`;
    for (const line of linesOf(ruler, text, width)) {
      top += size;
      parts.push(
        `<text x="${margin}" y="${top}" font-size="${size}" font-weight="${weight}" fill="${lightColour(colour)}">${escaped(line)}</text>`,
      );
      top += size * 0.3;
    }
  };
  if (mark !== null)
    parts.push(
      `<rect width="${room}" height="30" fill="${lightColour("notice")}"/>`,
      `<text x="${room / 2}" y="20" font-size="14" font-weight="560" text-anchor="middle" fill="${lightColour("notice-ink")}">${escaped(mark)}</text>`,
    );
  write(name, 14, "accent", 560);
  write(definition.title, 20, "ink", 640);
  write(definition.subtitle, 14, "ink-soft");
  if (definition.series.length > 1)
    for (const { label, colour, dash } of definition.series) {
      const middle = top + 12;
      parts.push(
        `<path d="M${margin} ${middle}h28" stroke="${lightColour(colour)}" stroke-width="3" stroke-dasharray="${dashes[dash].join(" ") || "none"}"/>`,
        `<text x="${margin + 36}" y="${middle + 5}" font-size="14" fill="${lightColour("ink-soft")}">${escaped(label)}</text>`,
      );
      top += 20;
    }
  for (const remark of remarks) write(remark, 13, "ink-soft");
  top += 10;
  parts.push(
    `<g transform="translate(${margin} ${Math.round(top)})">${drawSvg(definition, "wide").replace(/var\(--([\w-]+)\)/g, (_, token: string) => lightColour(token))}</g>`,
  );
  top += height + 8;
  write(source, 13, "ink-faint");
  const whole = Math.round(top + margin / 2);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${room}" height="${whole}" viewBox="0 0 ${room} ${whole}" role="img" font-family="'Golos Text', Arial, sans-serif">` +
    `<title>${escaped(definition.title)}</title><desc>${escaped(definition.description)}</desc>` +
    `<rect width="${room}" height="${whole}" fill="${lightColour("paper")}"/>${parts.join("")}</svg>\n`
  );
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
