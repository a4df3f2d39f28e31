/** HTML that may go out as it is. Only `markup` makes it. */
export interface Markup {
  readonly html: string;
}

type Part = Markup | string | number | null | false | readonly Part[];

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** A text as HTML, for elements and for attributes in double quotes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}

function render(part: Part): string {
  if (part === null || part === false) return "";
  if (typeof part === "string") return escapeHtml(part);
  if (typeof part === "number") return String(part);
  return "html" in part ? part.html : part.map(render).join("");
}

/** HTML from a template. Every text put into it is escaped; only other markup goes in as it is. */
export function markup(template: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return { html: template.reduce((html, literal, at) => html + render(parts[at - 1] ?? null) + literal) };
}

/** Control characters, and marks that turn the direction of what follows: nothing a text of an appeal needs. */

const hostile = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFFF9-\uFFFB]/gu;

/** A piece of a paragraph with the names of all spans that it lies in. */
interface MarkedPiece {
  readonly text: string;
  readonly names: readonly string[];
}

/**
 * The same paragraphs as `paragraphsOf` gives, cut where spans begin and end.
 *
 * @param spans name, first UTF-16 unit of the text, unit behind the last; they may overlap
 */
export function markedParagraphs(
  text: string,
  spans: readonly (readonly [name: string, start: number, end: number])[],
): MarkedPiece[][] {
  const paragraphs: MarkedPiece[][] = [];
  let from = 0;
  for (const line of text.split(/(?<=\r\n|\n|\r(?!\n))/u)) {
    const bounds = new Set([from, from + line.length]);
    const own = spans.filter(([, start, end]) => start < from + line.length && end > from);
    for (const [, start, end] of own)
      for (const at of [start, end]) bounds.add(Math.min(Math.max(at, from), from + line.length));
    const cuts = [...bounds].sort((a, b) => a - b);
    const pieces = cuts.slice(1).map((to, index) => {
      const at = cuts[index]!;
      const names = own.filter(([, start, end]) => start <= at && end >= to).map(([name]) => name);
      return { text: text.slice(at, to).replace(hostile, ""), names };
    });
    from += line.length;
    const whole = pieces.map((piece) => piece.text).join("");
    if (whole.trim() !== "") paragraphs.push(trimmed(pieces));
  }
  return paragraphs;
}

/** Pieces without the space at the beginning and the end of their paragraph. */
function trimmed(pieces: readonly MarkedPiece[]): MarkedPiece[] {
  const kept = [...pieces];
  while (kept[0]!.text.trim() === "") kept.shift();
  while (kept.at(-1)!.text.trim() === "") kept.pop();
  kept[0] = { ...kept[0]!, text: kept[0]!.text.trimStart() };
  kept[kept.length - 1] = { ...kept.at(-1)!, text: kept.at(-1)!.text.trimEnd() };
  return kept.filter((piece) => piece.text !== "");
}

/** The paragraphs of a text that a resident or a clerk wrote, without empty ones. */
export function paragraphsOf(text: string): string[] {
  return text
    .replace(hostile, "")
    .split(/\r?\n|\r/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
