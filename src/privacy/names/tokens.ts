import type { NameDictionary, WordReading } from "./nameDictionary.ts";

/** A word, a number or a single mark of the text. */
export interface Token {
  readonly start: number;
  readonly end: number;
  /** Lower case for words; as written for marks and numbers. */
  readonly text: string;
  readonly kind: "cyrillic" | "latin" | "number" | "mark";
  /** lower: «иванов»; capital: «Иванов»; upper: «ИВАНОВ». A single capital letter is `upper`. */
  readonly shape: "lower" | "capital" | "upper";
  /** What the dictionary says of a Cyrillic word; an empty reading for everything else. */
  readonly reading: WordReading;
  /** The word opens a sentence, a line or a quotation, so a capital letter says nothing. */
  sentenceStart: boolean;
  /** Line breaks between this token and the one before it. */
  readonly breaks: number;
  /** There is nothing between this token and the one before it. */
  readonly glued: boolean;
}

const NO_READING: WordReading = {
  name: false,
  surname: false,
  patronymic: false,
  place: false,
  organisation: false,
  known: true,
  common: 1,
  noun: false,
  animate: false,
  guessedSurname: 0,
  guessedName: 0,
  cases: 0,
};

const SPACE = 0;
const CYRILLIC = 1;
const LATIN = 2;
const NUMBER = 3;
const MARK = 4;

function classOf(code: number): number {
  if (code >= 0x400 && code <= 0x52f) return CYRILLIC;
  if (code <= 0x20) return SPACE;
  if ((code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)) return LATIN;
  if (code >= 0x30 && code <= 0x39) return NUMBER;
  if (code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7) return LATIN;
  return MARK;
}

function isUpper(code: number): boolean {
  return (
    (code >= 0x410 && code <= 0x42f) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x400 && code <= 0x40f) ||
    (code >= 0xc0 && code <= 0xde)
  );
}

/** A hyphen or an apostrophe joins two letters of one word: «Петров-Водкин», «д'Артаньян», «О'Нил». */
function isJoiner(code: number): boolean {
  return code === 0x2d || code === 0x27;
}

/**
 * Cuts a text into tokens and asks the dictionary about every Cyrillic word.
 * Words grown together at a capital letter («ИвановИван») are cut there. Linear.
 */
export function tokenise(text: string, dictionary: NameDictionary): Token[] {
  const tokens: Token[] = [];
  let position = 0;
  let breaks = 0;
  let previousEnd = -1;
  while (position < text.length) {
    const code = text.charCodeAt(position);
    const kind = classOf(code);
    if (kind === SPACE) {
      if (code === 10) breaks += 1;
      position += 1;
      continue;
    }
    const start = position;
    position += 1;
    if (kind === NUMBER) while (classOf(text.charCodeAt(position)) === NUMBER) position += 1;
    else if (kind !== MARK) {
      let lastLower = !isUpper(code);
      for (;;) {
        const next = text.charCodeAt(position);
        if (classOf(next) === kind) {
          if (lastLower && isUpper(next)) break;
          lastLower = !isUpper(next);
          position += 1;
        } else if (isJoiner(next) && classOf(text.charCodeAt(position + 1)) === kind) {
          position += 2;
          lastLower = false;
        } else break;
      }
    }
    tokens.push(makeToken(text, start, position, kind, breaks, start === previousEnd, dictionary));
    previousEnd = position;
    breaks = 0;
  }
  markSentenceStarts(tokens);
  return tokens;
}

const KINDS = ["mark", "cyrillic", "latin", "number", "mark"] as const;

function makeToken(
  text: string,
  start: number,
  end: number,
  kind: number,
  breaks: number,
  glued: boolean,
  dictionary: NameDictionary,
): Token {
  const raw = text.slice(start, end);
  if (kind !== CYRILLIC && kind !== LATIN) {
    return {
      start,
      end,
      text: raw,
      kind: KINDS[kind] ?? "mark",
      shape: "lower",
      reading: NO_READING,
      sentenceStart: false,
      breaks,
      glued,
    };
  }
  const capital = isUpper(raw.charCodeAt(0));
  const lower = capital || /[A-ZА-ЯЁ]/u.test(raw) ? raw.toLowerCase() : raw;
  const upper = capital && raw.length > 1 ? raw === raw.toUpperCase() : capital;
  const reading = kind === CYRILLIC ? dictionary.read(lower) : NO_READING;
  return {
    start,
    end,
    text: lower,
    kind: kind === CYRILLIC ? "cyrillic" : "latin",
    shape: upper ? "upper" : capital ? "capital" : "lower",
    reading,
    sentenceStart: false,
    breaks,
    glued,
  };
}

/** An initial: a single capital letter with a full stop, or one standing before another initial. */
export function isInitialAt(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  return (
    token !== undefined &&
    token.end - token.start === 1 &&
    token.shape === "upper" &&
    tokens[index + 1]?.text === "." &&
    (tokens[index + 1]?.glued === true || isSpacedInitial(tokens, index)) &&
    !(tokens[index - 1]?.kind === "number" && tokens[index]?.breaks === 0)
  );
}

/** «П . И .»: a space before each full stop, twice running. */
function isSpacedInitial(tokens: readonly Token[], index: number): boolean {
  const spaced = (at: number): boolean => {
    const [letter, dot] = [tokens[at], tokens[at + 1]];
    return (
      letter !== undefined &&
      letter.end - letter.start === 1 &&
      letter.shape === "upper" &&
      dot?.text === "." &&
      dot.breaks === 0 &&
      dot.start - letter.end <= 2
    );
  };
  return spaced(index) && (spaced(index + 2) || spaced(index - 2));
}

function markSentenceStarts(tokens: readonly Token[]): void {
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    const previous = tokens[index - 1];
    if (!token) continue;
    if (!previous || token.breaks > 0) token.sentenceStart = true;
    else if (previous.kind === "mark") {
      if (previous.text === ".") token.sentenceStart = !isInitialAt(tokens, index - 2);
      else if (/[!?…«"“„:;•*#>|-]/u.test(previous.text))
        token.sentenceStart = !(previous.text === "-" && previous.glued);
      else if (/[»”]/u.test(previous.text)) token.sentenceStart = /[.!?…]/u.test(tokens[index - 2]?.text ?? "");
    }
  }
}
