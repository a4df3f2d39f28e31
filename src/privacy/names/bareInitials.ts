import { isNeverAPerson, isSignatureWord, isStreetWord } from "./contextWords.ts";
import type { Token } from "./tokens.ts";
import {
  hasSureSurnameEnding,
  isCapital,
  isPatronymic,
  isStrongSurname,
  isSurname,
  isWordLikeSurname,
} from "./wordEvidence.ts";

/** «с инженером Лопуховой Е, ничего», «Сидоров П.» without its full stop: one capital after a surname, and a mark or the end. */
export function isSingleInitial(tokens: readonly Token[], index: number): boolean {
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
export function isCutNames(tokens: readonly Token[], index: number): boolean {
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
export function isSmallSignature(tokens: readonly Token[], index: number): boolean {
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

/** «Иванов ИИ», «Иванов И И»: two capital letters without full stops after a clear surname. */
export function isBareInitials(tokens: readonly Token[], index: number): boolean {
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
