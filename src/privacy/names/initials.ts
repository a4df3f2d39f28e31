import { isPersonWord } from "./contextWords.ts";
import { continues } from "./mention.ts";
import type { Token } from "./tokens.ts";
import { hasSureSurnameEnding, hasSurnameEnding, isInitial, isSurname, isWordLikeSurname } from "./wordEvidence.ts";

/** Pairs of small letters with full stops that are abbreviations and not initials. */
const ABBREVIATIONS = new Set(
  "т.к т.е т.д т.п т.н т.ч т.о г.о р.п с.п м.о н.э д.б б.у и.о в.т а.м г.р с.ш в.д п.г с.о м.р г.п п.п к.м ж.д в.ч к.п ч.п м.п р.ф а.я".split(
    " ",
  ),
);

/** Tokens taken by one or two initials with their full stops that begin at `index`; 0 when there are none. */
export function initialsLength(tokens: readonly Token[], index: number): number {
  if (isInitial(tokens, index)) {
    const second = index + 2;
    if (!continues(tokens, second)) return 2;
    if (isInitial(tokens, second)) return 4;
    const next = tokens[second];
    // «Иванов И.И» at the end of a line or before a comma: the last full stop is missing.
    if (next && next.end - next.start === 1 && next.shape === "upper" && next.kind === "cyrillic" && next.glued)
      return 3;
    return 2;
  }
  return smallInitialsLength(tokens, index);
}

function smallInitialsLength(tokens: readonly Token[], index: number): number {
  const [a, dot, b, lastDot] = [tokens[index], tokens[index + 1], tokens[index + 2], tokens[index + 3]];
  if (
    !a ||
    a.kind !== "cyrillic" ||
    a.end - a.start !== 1 ||
    dot?.text !== "." ||
    !dot.glued ||
    !b ||
    b.kind !== "cyrillic" ||
    b.end - b.start !== 1 ||
    b.breaks > 0
  )
    return 0;
  const surname = tokens[index - 1];
  const afterSurname =
    surname !== undefined && a.breaks === 0 && (surnameInSmall(surname, true) || isTitledSmall(tokens, index - 1));
  if (!afterSurname && ABBREVIATIONS.has(`${a.text}.${b.text}`)) return 0;
  return lastDot?.text === "." && lastDot.glued ? 4 : 0;
}

/** «мастер лопухов п. и.»: an office makes a surname of burdocks. */
export function isTitledSmall(tokens: readonly Token[], index: number): boolean {
  const [title, word] = [tokens[index - 1], tokens[index]];
  return (
    title !== undefined &&
    word !== undefined &&
    word.breaks === 0 &&
    isPersonWord(title.text) &&
    (isWordLikeSurname(word) || (!word.reading.known && hasSurnameEnding(word)))
  );
}

/** A surname in small letters: a known one that is rarely an ordinary word, or by its ending where `small` initials stand beside it. */
export function surnameInSmall(token: Token, small: boolean): boolean {
  const { reading } = token;
  const sure = small && hasSureSurnameEnding(token);
  return (
    (isSurname(token) && reading.common < (sure ? 0.9 : 0.5)) ||
    (sure && !reading.known && reading.guessedSurname > 0.8) ||
    (sure && reading.place && /[оеё]в[ауы]?(?:м|й)?$/u.test(token.text))
  );
}
