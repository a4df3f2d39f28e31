/** Latin letters that look like Cyrillic ones in print. */
const LATIN_TO_CYRILLIC = pairs("AА BВ CС EЕ HН KК MМ OО PР TТ XХ YУ aа cс eе oо pр xх yу kк iі uи");
/** Cyrillic letters that look like Latin ones in print or in handwriting. */
const CYRILLIC_TO_LATIN = pairs(
  "АA ВB СC ЕE НH КK МM ОO РP ТT ХX УY ІI ЅS ЈJ аa сc еe оo рp хx уy кk іi ѕs јj мm тt вb нh ԁd ӏl",
);
/** Greek letters that look like Cyrillic ones; a Greek letter has no other business in an appeal. */
const GREEK_TO_CYRILLIC = pairs("ΑА ΒВ ΕЕ ΗН ΚК ΜМ ΟО ΡР ΤТ ΧХ οо ρр αа κк νв");
/** Letters read as digits inside a number, and the reverse inside a word. */
const LETTER_AS_DIGIT = pairs("O0 o0 О0 о0 З3 з3 l1 I1 І1 б6 Ч4 ч4");
const DIGIT_AS_LETTER = pairs("0о 3з");

function pairs(list: string): Map<string, string> {
  return new Map(list.split(" ").map((pair) => [pair[0] ?? "", pair[1] ?? ""]));
}

/** Cyrillic letters, the Ukrainian and Belarusian ones included. */
export function isCyrillicLetter(character: string): boolean {
  const code = character.charCodeAt(0);
  return code >= 0x400 && code <= 0x52f;
}

export function isLatinLetter(character: string): boolean {
  const code = character.charCodeAt(0);
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

function isGreekLetter(character: string): boolean {
  const code = character.charCodeAt(0);
  return code >= 0x386 && code <= 0x3ce;
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= "0" && character <= "9";
}

/**
 * Brings every word written in two scripts to one of them, in place, one character for one:
 * to the script of those of its letters that have no twin in the other, else to the script of the majority.
 */
export function unmixScripts(characters: string[]): void {
  lettersToDigits(characters);
  const isLetter = (index: number): boolean => {
    const character = characters[index];
    return (
      character !== undefined && (isCyrillicLetter(character) || isLatinLetter(character) || isGreekLetter(character))
    );
  };
  let index = 0;
  while (index < characters.length) {
    if (!isLetter(index)) {
      index += 1;
      continue;
    }
    let end = index;
    while (isLetter(end) || (isDigitAmongLetters(characters, end) && isLetter(end + 1))) end += 1;
    unmixWord(characters, index, end);
    index = end;
  }
}

/** «Иван0в»: a lone 0 or 3 between small Cyrillic letters is a letter. */
function isDigitAmongLetters(characters: string[], index: number): boolean {
  const small = (character: string | undefined): boolean =>
    character !== undefined && character >= "а" && character <= "я";
  return (
    DIGIT_AS_LETTER.has(characters[index] ?? "") &&
    small(characters[index - 1]) &&
    small(characters[index - 2]) &&
    small(characters[index + 1])
  );
}

function unmixWord(characters: string[], start: number, end: number): void {
  let cyrillic = 0;
  let latin = 0;
  let onlyCyrillic = 0;
  let onlyLatin = 0;
  for (let index = start; index < end; index += 1) {
    const character = characters[index] ?? "";
    if (isCyrillicLetter(character)) {
      cyrillic += 1;
      if (!CYRILLIC_TO_LATIN.has(character)) onlyCyrillic += 1;
    } else if (isLatinLetter(character)) {
      latin += 1;
      if (!LATIN_TO_CYRILLIC.has(character)) onlyLatin += 1;
    } else if (isGreekLetter(character)) {
      cyrillic += 1;
    }
  }
  if (cyrillic === 0) return;
  const toLatin = onlyLatin > onlyCyrillic || (onlyLatin === onlyCyrillic && latin > cyrillic);
  const table = latin > 0 && toLatin ? CYRILLIC_TO_LATIN : LATIN_TO_CYRILLIC;
  for (let index = start; index < end; index += 1) {
    const character = characters[index] ?? "";
    const plain =
      table.get(character) ??
      (table === LATIN_TO_CYRILLIC
        ? (GREEK_TO_CYRILLIC.get(character) ?? (end - start >= 4 ? DIGIT_AS_LETTER.get(character) : undefined))
        : undefined);
    if (plain !== undefined) characters[index] = plain;
  }
}

/** «8 9О3», «9I0 I23», «91О 123»: a letter inside a number, or at the edge of a group of digits in one, is a digit. */
function lettersToDigits(characters: string[]): void {
  for (let index = 1; index < characters.length - 1; index += 1) {
    const digit = LETTER_AS_DIGIT.get(characters[index] ?? "");
    if (digit === undefined || isPlateLetter(characters, index)) continue;
    const [before, previous, next, afterNext] = [
      characters[index - 2],
      characters[index - 1],
      characters[index + 1],
      characters[index + 2],
    ];
    const inside = isDigit(previous) && (isDigit(next) || (LETTER_AS_DIGIT.has(next ?? "") && isDigit(afterNext)));
    const opens = isGap(previous) && isDigit(before) && isDigit(next) && isDigit(afterNext);
    const closes =
      isDigit(before) && isDigit(previous) && isGap(next) && isDigit(afterNext) && isDigit(characters[index + 3]);
    if (inside || ((opens || closes) && (digit === "0" || digit === "1"))) characters[index] = digit;
  }
}

/** «В682ОО62»: after a letter and three digits stand letters of a number plate. */
function isPlateLetter(characters: string[], index: number): boolean {
  const first = characters[index - 4];
  return (
    first !== undefined &&
    (isCyrillicLetter(first) || isLatinLetter(first)) &&
    isDigit(characters[index - 3]) &&
    isDigit(characters[index - 2]) &&
    isDigit(characters[index - 1])
  );
}

function isGap(character: string | undefined): boolean {
  return character === " " || character === "-" || character === ")" || character === "(";
}
