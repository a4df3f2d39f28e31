import { isInstitutionWord, isNeverAPerson, isPersonWord, isStreetWord } from "./contextWords.ts";
import { CONFIRMED, type Mention } from "./mention.ts";
import type { Token } from "./tokens.ts";
import {
  hasSureSurnameEnding,
  hasSurnameEnding,
  isCapital,
  isFirstName,
  isStrongSurname,
  isSurname,
  isWordLikeSurname,
  maySurname,
} from "./wordEvidence.ts";
import { initialsLength, isTitledSmall, surnameInSmall } from "./initials.ts";
import { isSingleInitial, isCutNames, isSmallSignature, isBareInitials } from "./bareInitials.ts";

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
