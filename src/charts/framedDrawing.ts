import { linesOf, type Ruler } from "./linesOf.ts";
import { lightColour } from "./palette.ts";

/** A drawing with all that must travel with it once it has left its page. */
export interface FramedDrawing {
  /** In a demonstration: that nothing of it is true. */
  mark: string | null;
  /** Whose figures it shows: an agency, a topic, a place, the region; null where its title says it. */
  name: string | null;
  title: string;
  subtitle: string;
  /** The same in prose for those who do not see the picture. */
  description: string;
  /** What lines, points and shades stand for, each with the inside of an svg element and its measures. */
  key: readonly { label: string; sample: string; width: number; height: number }[];
  remarks: readonly string[];
  /** The inside of an svg element, with its viewBox. Colours are values, or `var(--TOKEN)` for those of the light palette. */
  drawing: { left: number; top: number; width: number; height: number; content: string };
  /** Whose boundaries, whose data, of which day, and where it stands. */
  foot: readonly string[];
}

/** Measures of the drawings, of an svg as wide as a chart in a broad column with a margin. */
const width = 760;
const margin = 20;
const room = width + 2 * margin;
/** A tall region does not push its key off a screen. */
const tallest = 760;

/**
 * A drawing with title, key and source as an svg that stands by itself, in the light colours: no style sheet reaches it. The same
 * drawing gives the same text.
 *
 * @param rulerOf measures texts in Golos Text of a weight and a size in pixels
 * @throws Error for a colour that pictures do not know
 */
export function framedDrawing(
  { mark, name, title, subtitle, description, key, remarks, drawing, foot }: FramedDrawing,
  rulerOf: (weight: number, size: number) => Ruler,
): string {
  const parts: string[] = [];
  let top = mark === null ? margin + 8 : 44;
  const write = (text: string, size: number, colour: string, weight = 400): void => {
    for (const line of linesOf(rulerOf(weight, size), text, width)) {
      top += size;
      parts.push(
        `<text x="${margin}" y="${round(top)}" font-size="${size}" font-weight="${weight}" fill="var(--${colour})">${escaped(line)}</text>`,
      );
      top += size * 0.3;
    }
  };
  if (mark !== null)
    parts.push(
      `<rect width="${room}" height="30" fill="var(--notice)"/>`,
      `<text x="${room / 2}" y="20" font-size="14" font-weight="560" text-anchor="middle" fill="var(--notice-ink)">${escaped(mark)}</text>`,
    );
  if (name !== null) write(name, 14, "accent", 560);
  top += 3;
  write(title, 20, "ink", 640);
  top += 2;
  write(subtitle, 14, "ink-soft");
  if (key.length > 0) top += 4;
  for (const { label, sample, width: wide, height } of key) {
    parts.push(
      `<g transform="translate(${margin} ${round(top + 12 - height / 2)})">${sample}</g>`,
      `<text x="${margin + wide + 8}" y="${round(top + 17)}" font-size="14" fill="var(--ink-soft)">${escaped(label)}</text>`,
    );
    top += 20;
  }
  if (remarks.length > 0) top += 4;
  for (const remark of remarks) write(remark, 13, "ink-soft");
  top += 10;
  const scale = Math.min(width / drawing.width, tallest / drawing.height);
  const left = margin + (width - drawing.width * scale) / 2 - drawing.left * scale;
  parts.push(
    `<g transform="translate(${round(left)} ${Math.round(top - drawing.top * scale)})${scale === 1 ? "" : ` scale(${scale})`}">${drawing.content}</g>`,
  );
  top += drawing.height * scale + 8;
  for (const line of foot) write(line, 13, "ink-faint");
  const whole = Math.round(top + margin / 2);
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${room}" height="${whole}" viewBox="0 0 ${room} ${whole}" role="img" font-family="'Golos Text', Arial, sans-serif">` +
    `<title>${escaped(title)}</title><desc>${escaped(description)}</desc>` +
    `<rect width="${room}" height="${whole}" fill="var(--paper)"/>${parts.join("")}</svg>\n`;
  return svg.replace(/="var\(--([\w-]+)\)"/gu, (_, token: string) => `="${lightColour(token)}"`);
}

const round = (length: number): number => Math.round(length * 10) / 10;

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
