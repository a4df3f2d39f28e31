import { endsAlways, isShortened } from "./replyWords.ts";

const fullStop = ".".charCodeAt(0);
const opening = "[".charCodeAt(0);
/** A mask is no longer. */
const longestMask = 42;
/** A word so long before a full stop that it is neither an initial nor a number. */
const fewestLetters = 4;

/** Whether a UTF-16 unit is a Russian letter. */
function isRussianLetter(unit: number): boolean {
  return (unit >= 0x410 && unit <= 0x44f) || unit === 0x401 || unit === 0x451;
}

const isSpace = (unit: number): boolean => unit === 0x20 || unit === 0x0a || unit === 0xa0 || unit === 0x0d;

/** Whether the full stop at a place surely ends a sentence: behind a Russian word that is not shortened, before a space. */
function isSureStop(text: string, at: number, from: number): boolean {
  if (at + 1 < text.length && !isSpace(text.charCodeAt(at + 1))) return false;
  let begin = at;
  while (begin > from && isRussianLetter(text.charCodeAt(begin - 1))) begin -= 1;
  if (at - begin < fewestLetters) return false;
  // A word that goes on before these letters («5этаж», an accent) is left to who reads the words.
  if (begin > from && !isSpace(text.charCodeAt(begin - 1))) return false;
  return !isShortened(text.slice(begin, at).toLowerCase().replaceAll("ё", "е"));
}

/**
 * Places in a stretch of a text behind which a new sentence surely begins, and its end: read by itself, each piece between them has the
 * sentences that it has in the whole. Not every end of a sentence is told.
 */
export function endsAfter(text: string, start: number, end: number): number[] {
  const ends: number[] = [];
  for (let at = start; at < end; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === opening) {
      const close = text.indexOf("]", at);
      // What looks like a mask is one word, whatever stands in it.
      if (close > at && close - at < longestMask && close < end) at = close;
    } else if (endsAlways(unit) || (unit === fullStop && isSureStop(text, at, start))) ends.push(at + 1);
  }
  if (ends.at(-1) !== end) ends.push(end);
  return ends;
}
