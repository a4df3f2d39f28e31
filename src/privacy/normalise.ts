import { isCyrillicLetter, isLatinLetter, unmixScripts } from "./lookAlikes.ts";

/** A text as the detectors read it, and the way back to the text as it was written. */
export interface Shadow {
  readonly text: string;
  /** Offset in the original of the start of the character `index` of the shadow. */
  originalStart(index: number): number;
  /** Offset in the original just past the last character before `index` of the shadow. */
  originalEnd(index: number): number;
}

/** Characters of ordinary typing. A text made of these alone, with no word of mixed scripts, is its own shadow. */
const UNUSUAL = /[^\n\r\t\u0020-\u007e\u0401\u0410-\u044f\u0451\u00ab\u00bb\u2116]/u;
const MIXED = /[A-Za-z][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-z]|[\u0400-\u04ff]\d|\d[\u0400-\u04ffOolI]|[OoОоlI]\d/u;
const SPACED_LETTERS = /(?:[A-Za-z\u0400-\u04ff][ ._-]){4}[A-Za-z\u0400-\u04ff](?![A-Za-z\u0400-\u04ff])/u;
const INVISIBLE =
  /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\u{e0000}-\u{e007f}]/u;
const COMBINING = /[\u0300-\u036f\u0483-\u0487\u20d0-\u20ff]/u;
const SPACE = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/u;
const LINE_BREAK = /[\u0085\u2028\u2029\u000b\u000c]/u;
const DASH = /[\u00af\u058a\u05be\u2010-\u2015\u2043\u207b\u208b\u2212\u2796\u2e3a\u2e3b\ufe58\ufe63\uff0d]/u;
const DIGIT = /\p{Nd}/u;

/**
 * Gives the shadow of a text: zero-width characters and stress marks dropped, every space a space, every dash a
 * hyphen, full-width and decorated letters and digits plain, look-alike letters brought to the script of their word.
 * The shadow is for detection only: masks cut the original by the offsets that lead back. Linear in the text's length.
 */
export function normalise(text: string): Shadow {
  if (!UNUSUAL.test(text) && !MIXED.test(text) && !SPACED_LETTERS.test(text)) {
    return { text, originalStart: (index) => index, originalEnd: (index) => index };
  }
  const characters: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let offset = 0;
  for (const character of text) {
    const start = offset;
    offset += character.length;
    const code = character.charCodeAt(0);
    if (code < 0x7f || (code >= 0x410 && code <= 0x44f)) {
      characters.push(character);
      starts.push(start);
      ends.push(offset);
      continue;
    }
    if (INVISIBLE.test(character)) continue;
    if (COMBINING.test(character)) {
      const composed = composeCyrillic(characters.at(-1), character);
      if (composed !== undefined) characters[characters.length - 1] = composed;
      if (ends.length > 0) ends[ends.length - 1] = offset;
      continue;
    }
    for (const plain of plainForm(character)) {
      characters.push(plain);
      starts.push(start);
      ends.push(offset);
    }
  }
  joinSpacedLetters(characters, starts, ends);
  unmixScripts(characters);
  return {
    text: characters.join(""),
    originalStart: (index) => starts[index] ?? text.length,
    originalEnd: (index) => (index === 0 ? 0 : (ends[index - 1] ?? text.length)),
  };
}

/** Only these pairs make another letter of the Russian alphabet; any other mark is decoration. */
function composeCyrillic(base: string | undefined, mark: string): string | undefined {
  if (mark === "\u0306" && (base === "и" || base === "И")) return base === "и" ? "й" : "Й";
  if (mark === "\u0308" && (base === "е" || base === "Е")) return base === "е" ? "ё" : "Ё";
  return undefined;
}

function plainForm(character: string): string {
  if (SPACE.test(character)) return " ";
  if (LINE_BREAK.test(character)) return "\n";
  if (DASH.test(character)) return "-";
  if (/[\u2018\u2019\u02bc\u02b9\u2032]/u.test(character)) return "'";
  if (/[\u201c-\u201f]/u.test(character)) return '"';
  if (DIGIT.test(character)) return decimalDigit(character);
  // One unit of the original must stay one unit where the fold would change the meaning («½», «№», «…»).
  if (
    /[\u2460-\u24ff\uff00-\uffef\u{1d400}-\u{1d7ff}\u2070-\u209f\u2100-\u218f\u{1f100}-\u{1f1ff}]/u.test(character) &&
    character !== "№"
  ) {
    const folded = character.normalize("NFKC");
    if (folded.length === 1 && /^[\p{L}\p{Nd}\p{P}\p{S}]$/u.test(folded)) return folded;
  }
  // The shadow counts in UTF-16 units: a character of two would set it apart from its offsets.
  return character.length === 1 ? character : "\u25a1";
}

/** Decimal digits of every script come in runs of ten from a code point whose value is zero. */
function decimalDigit(character: string): string {
  const folded = character.normalize("NFKC");
  if (/^\d$/.test(folded)) return folded;
  const code = character.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && DIGIT.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(code - zero);
}

/** A full stop hides a word only before a small letter: capitals with full stops are initials. */
function isSpacer(gap: string | undefined, next: string | undefined): boolean {
  return (
    gap === " " || gap === "-" || gap === "_" || (gap === "." && next !== undefined && next === next.toLowerCase())
  );
}

/** «И в а н о в» hides a word from a reader of words: five or more single letters in a row are joined. */
function joinSpacedLetters(characters: string[], starts: number[], ends: number[]): void {
  const letter = (index: number): boolean => {
    const character = characters[index];
    return character !== undefined && (isCyrillicLetter(character) || isLatinLetter(character));
  };
  const drop = new Set<number>();
  let index = 0;
  while (index < characters.length) {
    if (!letter(index) || letter(index - 1)) {
      index += 1;
      continue;
    }
    let end = index;
    while (
      !letter(end + 1) &&
      isSpacer(characters[end + 1], characters[end + 2]) &&
      letter(end + 2) &&
      !letter(end + 3)
    )
      end += 2;
    if ((end - index) / 2 + 1 >= 5) for (let gap = index + 1; gap < end; gap += 2) drop.add(gap);
    index = end + 1;
  }
  if (drop.size === 0) return;
  for (const list of [characters, starts, ends] as unknown[][]) {
    let write = 0;
    for (let read = 0; read < list.length; read += 1) if (!drop.has(read)) list[write++] = list[read];
    list.length = write;
  }
}
