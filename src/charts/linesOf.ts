/** What can say how wide a text is in the font that is set: a canvas. */
export interface Ruler {
  measureText(text: string): { width: number };
}

/**
 * Breaks a text at its spaces into lines that fit. No-break spaces hold.
 *
 * @param room width of a line in pixels
 */
export function linesOf(ruler: Ruler, text: string, room: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && ruler.measureText(`${last} ${word}`).width <= room)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
