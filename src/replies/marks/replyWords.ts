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

/** Dates first, then masks, words with hyphens inside, signs that matter. All bounded or without alternatives: linear. */
const piece =
  /\d{1,2}[./]\d{1,2}[./]\d{2,4}|(?:0[1-9]|[12]\d|3[01])\.(?:0[1-9]|1[0-2])(?![\d.]\d)|\[[^\][\n]{1,40}\]|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*|[-‐‑](?=[\p{L}\p{N}])|[№%.!?…;\n]/gu;

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
const upperLetter = /^\p{Lu}/u;
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

/** A word by itself, however it stands. */
interface Written {
  readonly plain: string;
  readonly id: number | null;
  readonly isCapitals: boolean;
  readonly isUpper: boolean;
}

const known = new Map<string, Written>();

/** A word as it is written, read; most of what a reply has was read before. */
function readWritten(written: string): Written {
  const there = known.get(written);
  if (there !== undefined) return there;
  const isUpper = upperLetter.test(written);
  // A few hundred thousand forms are all a region writes; the limit is there for a hostile text.
  const isRemembered = known.size < 300_000;
  const fresh = {
    id: isRemembered ? known.size : null,
    plain: written.normalize("NFC").toLowerCase().replaceAll("ё", "е"),
    isUpper,
    isCapitals: isUpper && written.length > 1 && written === written.toUpperCase(),
  };
  if (isRemembered) known.set(written, fresh);
  return fresh;
}

/**
 * The sentences of a text, in order, each with its words. A full stop after a shortened word or a single letter ends none,
 * nor does one inside a date.
 *
 * @param from where reading begins, in UTF-16 units
 */
export function sentencesOf(text: string, from = 0): Sentence[] {
  const sentences: ReplyWord[][] = [];
  let current: ReplyWord[] = [];
  let hyphenAt = -1;
  const end = (): void => {
    if (current.length > 0) sentences.push(current);
    current = [];
  };
  piece.lastIndex = from;
  for (const { 0: written, index } of text.matchAll(piece)) {
    const last = current.at(-1);
    if (written === ".") {
      if (last === undefined || !closing.test(text.slice(last.end, index))) continue;
      const isInside = digit.test(last.plain) && goesOn.test(text.slice(index + 1, index + 3));
      const isShort = last.plain.length === 1 ? letter.test(last.plain) : shortened.has(last.plain);
      if (!isShort && !isInside) end();
      continue;
    }
    if (ender.has(written)) {
      end();
      continue;
    }
    if (written === "-" || written === "‐" || written === "‑") {
      hyphenAt = index;
      continue;
    }
    const { plain, id, isCapitals, isUpper } = readWritten(written);
    // Parts joined by a hyphen are one word: «59-ФЗ», «информационно-рекламный».
    if (
      last !== undefined &&
      hyphenAt === last.end &&
      index === hyphenAt + 1 &&
      letter.test(last.plain.charAt(0)) === letter.test(plain.charAt(0))
    )
      current[current.length - 1] = {
        ...last,
        plain: `${last.plain}-${plain}`,
        id: null,
        end: index + written.length,
      };
    else
      current.push({
        plain,
        id,
        start: index,
        end: index + written.length,
        isCapitals,
        isName:
          isUpper && !isCapitals && last !== undefined && !opens.has(text.slice(last.end, index).trim().at(-1) ?? ""),
        isApart: last !== undefined && hasColon(text, last.end, index) && !digit.test(plain),
      });
  }
  end();
  return sentences;
}
