/** A word by itself, wherever it stands. */
interface WrittenWord {
  /** Small letters, ё as е. */
  readonly plain: string;
  /** A small number, the same for what is written the same; null for what is not remembered. */
  readonly id: number | null;
  /** Capitals alone, two letters or more. */
  readonly isCapitals: boolean;
  readonly isUpper: boolean;
}

const upperLetter = /^\p{Lu}/u;
/** A few hundred thousand forms are all a region writes; the limit is there for a hostile text. */
const mostKnown = 300_000;

/** No word that hyphens join is longer; a row of hyphens may be. */
const longestJoined = 60;

/** Words as they are written, in places told by their letters: a text is looked up without a copy of its words. */
let slots = new Array<(WrittenWord & { readonly written: string }) | undefined>(1 << 14);
const joinedWords = new Map<string, number>();
let count = 0;
/** Ids that were given away, to words as written and to joined ones. */
let ids = 0;

/** Told by the length and four letters: a word's beginning and end differ more than its middle. */
function slotOf(text: string, start: number, end: number): number {
  const middle = (start + end) >> 1;
  let hash = Math.imul(text.charCodeAt(start), 31) + text.charCodeAt(end - 1);
  hash = Math.imul(hash, 31) + text.charCodeAt(middle);
  hash = Math.imul(hash, 31) + text.charCodeAt((start + middle) >> 1);
  hash = Math.imul(hash, 31) + text.charCodeAt((middle + end) >> 1);
  hash = Math.imul(hash, 31) + end - start;
  return (hash ^ (hash >>> 15)) & (slots.length - 1);
}

function isWritten(written: string, text: string, start: number, end: number): boolean {
  if (written.length !== end - start) return false;
  for (let at = 0; at < written.length; at += 1)
    if (written.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
  return true;
}

function put(word: WrittenWord & { readonly written: string }): void {
  let slot = slotOf(word.written, 0, word.written.length);
  while (slots[slot] !== undefined) slot = (slot + 1) & (slots.length - 1);
  slots[slot] = word;
}

function remember(word: WrittenWord & { readonly written: string }): void {
  count += 1;
  if (count * 2 > slots.length) {
    const there = slots;
    slots = new Array<(typeof there)[number]>(there.length * 2);
    for (const other of there) if (other !== undefined) put(other);
  }
  put(word);
}

/** The word that stands in a stretch of a text; most of what a reply has was read before. */
export function wordWritten(text: string, start: number, end: number): WrittenWord {
  let slot = slotOf(text, start, end);
  for (;;) {
    const there = slots[slot];
    if (there === undefined) break;
    if (isWritten(there.written, text, start, end)) return there;
    slot = (slot + 1) & (slots.length - 1);
  }
  const written = text.slice(start, end);
  const isUpper = upperLetter.test(written);
  const isRemembered = ids < mostKnown;
  const word = {
    written,
    id: isRemembered ? ids : null,
    plain: written.normalize("NFC").toLowerCase().replaceAll("ё", "е"),
    isUpper,
    isCapitals: isUpper && written.length > 1 && written === written.toUpperCase(),
  };
  if (isRemembered) {
    ids += 1;
    remember(word);
  }
  return word;
}

/** The id of a word that hyphens join out of several; null for what is not remembered. @param plain as it is compared */
export function joinedId(plain: string): number | null {
  if (plain.length > longestJoined) return null;
  const there = joinedWords.get(plain);
  if (there !== undefined) return there;
  if (ids >= mostKnown) return null;
  joinedWords.set(plain, ids);
  ids += 1;
  return ids - 1;
}
