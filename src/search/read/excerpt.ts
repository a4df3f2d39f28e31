import { visibleText, wordsOf, type SearchLanguage, type Word } from "../words/analyzer.ts";

/** A piece of an excerpt; marked pieces are the words that were searched for, in whatever form they stand. */
export interface ExcerptPiece {
  text: string;
  marked: boolean;
}

/** Start of the window of `length` characters that holds the most different searched stems, the earliest of the best. */
function bestWindow(hits: Word[], length: number): number {
  let best = hits[0]?.start ?? 0;
  let most = 0;
  for (const [first, hit] of hits.entries()) {
    const stems = new Set<string>();
    for (let index = first; index < hits.length; index += 1) {
      const next = hits[index];
      if (next === undefined || next.end - hit.start > length) break;
      if (next.stem !== null) stems.add(next.stem);
    }
    if (stems.size > most) [best, most] = [hit.start, stems.size];
  }
  return best;
}

/** Moves a cut to the nearest gap between words before it, so that no word is halved; very long words are halved after all. */
function atGap(text: string, position: number, reach = 30): number {
  for (let index = position; index > Math.max(0, position - reach); index -= 1)
    if (/\s/.test(text.charAt(index - 1))) return index;
  // Never between the two halves of one character.
  const code = text.charCodeAt(position);
  return code >= 0xdc00 && code <= 0xdfff ? position - 1 : position;
}

function markPieces(text: string, from: number, to: number, hits: Word[]): ExcerptPiece[] {
  const pieces: ExcerptPiece[] = [];
  let position = from;
  for (const hit of hits) {
    if (hit.start < position || hit.end > to) continue;
    if (hit.start > position) pieces.push({ text: text.slice(position, hit.start), marked: false });
    pieces.push({ text: text.slice(hit.start, hit.end), marked: true });
    position = hit.end;
  }
  if (position < to) pieces.push({ text: text.slice(position, to), marked: false });
  return pieces;
}

export interface Excerpt {
  pieces: ExcerptPiece[];
  /** How many different searched stems the excerpt shows. */
  found: number;
}

/**
 * The part of a text where the searched words stand closest together, on one line, with ellipses where it was cut.
 *
 * @param stems stems that were searched for; without any the excerpt is the beginning of the text
 * @param length characters to show, roughly
 */
export function hitExcerpt(
  original: string,
  stems: ReadonlySet<string>,
  language: SearchLanguage,
  length = 220,
): Excerpt {
  const text = visibleText(original).replace(/\s+/gu, " ").trim();
  const hits =
    stems.size === 0 ? [] : wordsOf(text, language).filter((word) => word.stem !== null && stems.has(word.stem));
  const anchor = bestWindow(hits, length * 0.8);
  const from = hits.length === 0 || anchor < length * 0.4 ? 0 : atGap(text, anchor - Math.round(length * 0.2));
  const to = from + length >= text.length ? text.length : atGap(text, from + length);
  const shown = hits.filter((hit) => hit.start >= from && hit.end <= to);
  const pieces = markPieces(text, from, to, hits);
  if (from > 0) pieces.unshift({ text: "… ", marked: false });
  if (to < text.length) pieces.push({ text: "…", marked: false });
  return { pieces, found: new Set(shown.map((hit) => hit.stem)).size };
}
