import { isInstitutionWord, isNeverAPerson, isPersonWord, isSignatureWord, isStreetWord } from "./contextWords.ts";
import { CONFIRMED, continues, type Mention } from "./mention.ts";
import { type Token } from "./tokens.ts";
import {
  hasSureSurnameEnding,
  hasSurnameEnding,
  isCapital,
  isFirstName,
  isInitial,
  isPatronymic,
  isStrongSurname,
  isSurname,
  isWordLikeSurname,
  maySurname,
} from "./wordEvidence.ts";

/** Pairs of small letters with full stops that are abbreviations and not initials. */
const ABBREVIATIONS = new Set(
  "т.к т.е т.д т.п т.н т.ч т.о г.о р.п с.п м.о н.э д.б б.у и.о в.т а.м г.р с.ш в.д п.г с.о м.р г.п п.п к.м ж.д в.ч к.п ч.п м.п р.ф а.я".split(
    " ",
  ),
);

/**
 * Names with initials: «Иванов И. И.», «Иванов И.И», «И. И. Иванов», «И.Иванов», «Иванов ИИ», «иванов и.и.»,
 * also grown together («ИвановИ.И.»).
 */
export function findInitialedNames(tokens: readonly Token[]): Mention[] {
  const mentions: Mention[] = [];
  const add = (first: number, last: number): void =>
    void mentions.push({ first, last, level: CONFIRMED, kind: "initials" });
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (!token) continue;
    const length = initialsLength(tokens, index);
    if (length > 0) {
      const before = isSurnameBefore(tokens, index, length);
      const after = isSurnameAfter(tokens, index, length);
      const beforeIsSure = before && isStrong(tokens[index - 1]);
      if (after && !(beforeIsSure && !isStrong(tokens[index + length]))) add(index, index + length);
      if (before && (!after || beforeIsSure)) add(index - 1, index + length - 1);
      // «Лопухов, П. И.»
      else if (
        !after &&
        length === 4 &&
        tokens[index - 1]?.text === "," &&
        isCapital(tokens, index - 2) &&
        (isStrongSurname(tokens[index - 2]!) || isWordLikeSurname(tokens[index - 2]!))
      )
        add(index - 2, index + length - 1);
      index += length - 1;
    } else if (isSingleInitial(tokens, index)) add(index - 1, index);
    else if (isCutNames(tokens, index)) add(index - 1, index + 3);
    else if (isSmallSignature(tokens, index)) add(index - 1, index + 1);
    else if (isBareInitials(tokens, index))
      add(
        index - 1,
        index + (tokens[index + 1]?.end === (tokens[index + 1]?.start ?? 0) + 1 && token.text.length === 1 ? 1 : 0),
      );
  }
  return mentions;
}

/** «Лопухов⏎П. И.»: tokens from `first` to `last` are all that their line holds, and the line beside it is next. */
function isAloneOnLine(tokens: readonly Token[], first: number, last: number): boolean {
  return (
    (first === 0 || (tokens[first]?.breaks ?? 0) > 0) &&
    (tokens[last + 1] === undefined || (tokens[last + 1]?.breaks ?? 0) > 0)
  );
}

function isStrong(token: Token | undefined): boolean {
  return token !== undefined && (isSurname(token) || !token.reading.known) && token.reading.common < 0.6;
}

/** Tokens taken by one or two initials with their full stops that begin at `index`; 0 when there are none. */
function initialsLength(tokens: readonly Token[], index: number): number {
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

function isSurnameAfter(tokens: readonly Token[], index: number, length: number): boolean {
  const surname = tokens[index + length];
  if (!surname || length === 3) return false;
  if (
    surname.breaks > 0 &&
    !(
      length === 4 &&
      isAloneOnLine(tokens, index, index + length - 1) &&
      isAloneOnLine(tokens, index + length, index + length) &&
      (isStrong(surname) || hasSureSurnameEnding(surname))
    )
  )
    return false;
  const small = tokens[index]?.shape === "lower";
  if (surname.shape === "lower")
    return length === 4 && isSurname(surname) && surname.reading.common < 0.5 && !isCaseMixed(tokens, index);
  if (!isCapital(tokens, index + length) || isNeverAPerson(surname.text)) return false;
  if (small) return isStrong(surname);
  if (length === 4)
    return (
      (hasSureSurnameEnding(surname) && !surname.reading.organisation) ||
      (!(surname.reading.known && surname.reading.common > 0.95 && !surname.reading.noun) &&
        !surname.reading.organisation)
    );
  if (surname.reading.place && !isSurname(surname)) return false;
  if (isWordLikeSurname(surname)) return true;
  return (
    maySurname(surname) &&
    !(surname.reading.known && !isSurname(surname) && !hasSurnameEnding(surname)) &&
    (isStrong(surname) || isSurname(surname) || !surname.reading.known)
  );
}

/** «Т.Е. иванов» may be; «И.И. прошу» is a sentence. Only a clear surname in small letters is taken after capitals. */
function isCaseMixed(tokens: readonly Token[], index: number): boolean {
  return tokens[index]?.shape === "upper" && (tokens[index + 4]?.reading.common ?? 1) > 0.1;
}

function isSurnameBefore(tokens: readonly Token[], index: number, length: number): boolean {
  const surname = tokens[index - 1];
  if (!surname || surname.kind !== "cyrillic" || surname.end - surname.start < 2) return false;
  if (
    tokens[index]?.breaks !== 0 &&
    !(
      length >= 3 &&
      isAloneOnLine(tokens, index - 1, index - 1) &&
      isAloneOnLine(tokens, index, index + length - 1) &&
      (isStrong(surname) || hasSureSurnameEnding(surname))
    )
  )
    return false;
  const small = tokens[index]?.shape === "lower";
  if (surname.shape === "lower")
    return length >= 4 && (surnameInSmall(surname, small) || isTitledSmall(tokens, index - 1));
  if (!isCapital(tokens, index - 1) || isNeverAPerson(surname.text)) return false;
  // «мастер Гранит А. В.»: a first name that is a surname here.
  if (isFirstName(surname) && !isSurname(surname))
    return length === 2 || (length === 4 && isPersonWord(tokens[index - 2]?.text ?? ""));
  if (length >= 3)
    return (
      isSurname(surname) ||
      !surname.reading.known ||
      hasSureSurnameEnding(surname) ||
      (hasSurnameEnding(surname) && surname.reading.noun) ||
      (surname.reading.noun &&
        !surname.reading.organisation &&
        (!surname.sentenceStart || isWordAsSurname(tokens, index, length)))
    );
  return (
    (isSurname(surname) && !(surname.reading.place && surname.sentenceStart)) ||
    !surname.reading.known ||
    isWordLikeSurname(surname)
  );
}

/** «Заяц А. В. кричал»: an ordinary word opens the sentence, and what follows the initials can be no surname of theirs. */
function isWordAsSurname(tokens: readonly Token[], index: number, length: number): boolean {
  const word = tokens[index - 1];
  const next = tokens[index + length];
  if (!word || isPersonWord(word.text) || isStreetWord(word.text) || isInstitutionWord(word.text)) return false;
  return (
    next === undefined ||
    next.breaks > 0 ||
    next.kind !== "cyrillic" ||
    next.shape === "lower" ||
    (word.shape === "upper" && next.shape === "upper" && !next.reading.noun && next.reading.known)
  );
}

/** «с инженером Лопуховой Е, ничего», «Сидоров П.» without its full stop: one capital after a surname, and a mark or the end. */
function isSingleInitial(tokens: readonly Token[], index: number): boolean {
  const [surname, letter, next] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  if (
    !surname ||
    !letter ||
    letter.breaks > 0 ||
    letter.glued ||
    letter.kind !== "cyrillic" ||
    letter.shape !== "upper" ||
    letter.end - letter.start !== 1
  )
    return false;
  if (next !== undefined && next.breaks === 0 && !/^[,;:)!?]$/u.test(next.text)) return false;
  if (!isCapital(tokens, index - 1) || isNeverAPerson(surname.text) || isStreetWord(tokens[index - 2]?.text ?? ""))
    return false;
  return hasSureSurnameEnding(surname) || isStrongSurname(surname) || isWordLikeSurname(surname);
}

/** «Рыжиковой Ан. Ив.»: two names cut short after a surname. */
function isCutNames(tokens: readonly Token[], index: number): boolean {
  const [surname, first, dot, second, lastDot] = [
    tokens[index - 1],
    tokens[index],
    tokens[index + 1],
    tokens[index + 2],
    tokens[index + 3],
  ];
  if (!surname || !second || dot?.text !== "." || lastDot?.text !== "." || !dot.glued || !lastDot.glued) return false;
  const isCut = (token: Token | undefined): boolean =>
    token?.kind === "cyrillic" && token.shape === "capital" && token.breaks === 0 && token.text.length <= 4;
  return (
    isCut(first) &&
    isCut(second) &&
    isCapital(tokens, index - 1) &&
    !isNeverAPerson(surname.text) &&
    (isStrongSurname(surname) || isWordLikeSurname(surname) || hasSureSurnameEnding(surname)) &&
    !isStreetWord(tokens[index - 2]?.text ?? "")
  );
}

/** «с уважением лопухова м п»: bare small letters under a letter's end. */
function isSmallSignature(tokens: readonly Token[], index: number): boolean {
  const [surname, first, second, next] = [tokens[index - 1], tokens[index], tokens[index + 1], tokens[index + 2]];
  const isLetter = (token: Token | undefined): boolean =>
    token?.kind === "cyrillic" && token.breaks === 0 && token.end - token.start === 1;
  return (
    isLetter(first) &&
    isLetter(second) &&
    surname?.shape === "lower" &&
    hasSureSurnameEnding(surname) &&
    isSignatureWord(tokens[index - 2]?.text ?? "") &&
    (next === undefined || next.breaks > 0 || next.kind === "mark")
  );
}

/** «мастер лопухов п. и.»: an office makes a surname of burdocks. */
function isTitledSmall(tokens: readonly Token[], index: number): boolean {
  const [title, word] = [tokens[index - 1], tokens[index]];
  return (
    title !== undefined &&
    word !== undefined &&
    word.breaks === 0 &&
    isPersonWord(title.text) &&
    (isWordLikeSurname(word) || (!word.reading.known && hasSurnameEnding(word)))
  );
}

function surnameInSmall(token: Token, small: boolean): boolean {
  const { reading } = token;
  const sure = small && hasSureSurnameEnding(token);
  return (
    (isSurname(token) && reading.common < (sure ? 0.9 : 0.5)) ||
    (sure && !reading.known && reading.guessedSurname > 0.8) ||
    (sure && reading.place && /[оеё]в[ауы]?(?:м|й)?$/u.test(token.text))
  );
}

/** «Иванов ИИ», «Иванов И И»: two capital letters without full stops after a clear surname. */
function isBareInitials(tokens: readonly Token[], index: number): boolean {
  const [surname, token, next] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  if (!surname || !token || token.breaks > 0 || token.glued || token.kind !== "cyrillic" || token.shape !== "upper")
    return false;
  if (
    !isCapital(tokens, index - 1) ||
    !(isStrongSurname(surname) || isWordLikeSurname(surname) || (isSurname(surname) && surname.reading.common < 0.6)) ||
    isPatronymic(surname)
  )
    return false;
  // «Лопухов П-И.»
  if (/^[а-яё]-[а-яё]$/u.test(token.text)) return true;
  if (token.text.length === 2)
    return (
      surname.shape === "capital" &&
      !tokens[index]?.reading.organisation &&
      !/^(?:ук|то|рф|мо|чп|ип|жк|гк|тц|ао|дк|дс|см|да|не|но|на|по)$/u.test(token.text)
    );
  return (
    token.text.length === 1 &&
    next !== undefined &&
    next.breaks === 0 &&
    next.kind === "cyrillic" &&
    next.shape === "upper" &&
    next.end - next.start === 1
  );
}
