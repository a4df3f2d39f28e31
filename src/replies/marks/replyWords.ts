import { endOfLetters, kindAt, kindOfUnit, letterKinds } from "./letterKinds.ts";
import { joinedId, wordWritten } from "./writtenWords.ts";

/** A piece of a reply that rules look at: a word, a number, a date, or a mask that stands for personal data. */
export interface ReplyWord {
  /** Small letters, ё as е. */
  readonly plain: string;
  /** The same for what is written the same, small numbers that arrays can hold; null for what is not remembered. */
  readonly id: number | null;
  /** Where it stands in the text. */
  readonly start: number;
  readonly end: number;
  /** As written it is capitals alone, two letters or more: «ЖЭС», «ООО». */
  readonly isCapitals: boolean;
  /** It begins with a capital inside its sentence, as names do: «в Иванове» is nothing that was done. */
  readonly isName: boolean;
  /** A colon stands before it: what is said of one side is not said of the other («заявка выполнена: люк закрыт»). */
  readonly isApart: boolean;
}

/** A sentence: its words, in order. */
export type Sentence = readonly ReplyWord[];

/** What is one piece though it is more than letters, tried where its first character stands. All bounded: linear. */
const date = /\d{1,2}[./]\d{1,2}[./]\d{2,4}|(?:0[1-9]|[12]\d|3[01])\.(?:0[1-9]|1[0-2])(?![\d.]\d)/uy;
const mask = /\[[^\][\n]{1,40}\]/uy;

/** Words after which a full stop ends no sentence, besides those of one letter. */
const shortened = new Set(
  "утв пост распор исх вх абз гл ул пр просп пер бул наб корп стр кв обл рн пос дер тел факс каб руб тыс млн млрд кв куб см им гг ст пп исп доп конт ед чел т д г п ч".split(
    " ",
  ),
);
/** What may stand between the last word of a sentence and its full stop. */
const closing = /^[»”"')\]]{0,3}$/u;
const digit = /^\d/u;
/** What follows the full stop of a number that ends no sentence: «1933.1», «01.11.22.животные», «5. подъезд». */
const goesOn = /^ ?[\p{Ll}\d]/u;
const letter = /^\p{L}/u;
/** After these a sentence begins anew, though no full stop stands there. */
const opens = new Set([":", ")", "-", "–", "—", "«", '"']);
const ender = new Set(["!", "?", "…", ";", "\n"]);
const enderUnits = new Set([...ender].map((sign) => sign.charCodeAt(0)));

/** Whether a UTF-16 unit ends a sentence wherever it stands, but inside a mask. */
export function endsAlways(unit: number): boolean {
  return enderUnits.has(unit);
}

/** Whether a word in small letters, ё as е, is a shortened one, whose full stop ends nothing. */
export function isShortened(word: string): boolean {
  return shortened.has(word);
}

function hasColon(text: string, from: number, to: number): boolean {
  return text.charAt(from) === ":" || (to - from > 2 && text.slice(from, to).includes(":"));
}

const { sign, hyphen, mask: bracket, number, digit: arabic, pair } = letterKinds;
const fullStop = 0x2e;
const space = 0x20;

/** Where a pattern that is tried at one place alone ends; that place where it does not stand there. */
function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** Where the piece that begins at a place ends; that place where none begins there. */
function endOfPiece(text: string, at: number, kind: number): number {
  if (kind === bracket) return endOf(mask, text, at);
  if (kind === sign) return at + 1;
  if (kind < number) return at;
  const end = kind === arabic ? endOf(date, text, at) : at;
  return end > at ? end : endOfLetters(text, at);
}

/** Whether a full stop behind a word ends no sentence: the word is shortened, or the number goes on. */
function isWithin(text: string, last: ReplyWord, at: number): boolean {
  if (digit.test(last.plain) && goesOn.test(text.slice(at + 1, at + 3))) return true;
  return last.plain.length === 1 ? letter.test(last.plain) : shortened.has(last.plain);
}

/** Whether what stands between two words begins a new sentence or a quotation. */
function isOpening(text: string, from: number, to: number): boolean {
  if (to === from + 1 && text.charCodeAt(from) === space) return false;
  return opens.has(text.slice(from, to).trim().at(-1) ?? "");
}

/** Parts joined by a hyphen are one word: «59-ФЗ», «информационно-рекламный». */
function joined(last: ReplyWord, plain: string, end: number): ReplyWord {
  const whole = `${last.plain}-${plain}`;
  return { ...last, plain: whole, id: joinedId(whole), end };
}

/**
 * The sentences of a text, in order, each with its words. A full stop after a shortened word or a single letter ends none,
 * nor does one inside a date.
 */
export function sentencesOf(text: string): Sentence[] {
  const sentences: ReplyWord[][] = [];
  let current: ReplyWord[] = [];
  let hyphenAt = -1;
  let at = 0;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    let kind = kindOfUnit(unit);
    if (kind === pair) kind = kindAt(text, at);
    if (kind === hyphen) hyphenAt = at;
    const to = endOfPiece(text, at, kind);
    if (to === at) {
      at += 1;
      continue;
    }
    const start = at;
    at = to;
    const last = current.at(-1);
    if (unit === fullStop || enderUnits.has(unit)) {
      const isEnd =
        last !== undefined &&
        (unit !== fullStop ||
          ((last.end === start || closing.test(text.slice(last.end, start))) && !isWithin(text, last, start)));
      if (isEnd) {
        sentences.push(current);
        current = [];
      }
      continue;
    }
    const { plain, id, isCapitals, isUpper } = wordWritten(text, start, to);
    const isJoined =
      last !== undefined &&
      kind >= number &&
      hyphenAt === last.end &&
      start === hyphenAt + 1 &&
      letter.test(last.plain.charAt(0)) === letter.test(plain.charAt(0));
    if (isJoined) current[current.length - 1] = joined(last, plain, to);
    else
      current.push({
        plain,
        id,
        start,
        end: to,
        isCapitals,
        isName: isUpper && !isCapitals && last !== undefined && !isOpening(text, last.end, start),
        isApart: last !== undefined && hasColon(text, last.end, start) && !digit.test(plain),
      });
  }
  if (current.length > 0) sentences.push(current);
  return sentences;
}
