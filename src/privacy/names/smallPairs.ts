import { isContacted } from "./actingPersons.ts";
import { isNeverAPerson, isPersonWord } from "./contextWords.ts";
import { continues, DOUBTFUL, type Mention } from "./mention.ts";
import type { Token } from "./tokens.ts";
import { hasSurnameEnding, hasSureSurnameEnding, isFirstName, isSurname, isWordLikeSurname } from "./wordEvidence.ts";

/**
 * «участковый николай соловей», «соседка светлана сокол»: an office or a relation, a first name in small letters and, where
 * a verb follows, the word between them, whatever else it may mean.
 */
export function smallNameAfterTitle(tokens: readonly Token[], index: number): Mention | undefined {
  const [name, word, next] = [tokens[index], tokens[index + 1], tokens[index + 2]];
  if (!name || !isFirstName(name) || name.reading.common >= 0.2 || name.text.length < 4) return undefined;
  const surname =
    word !== undefined &&
    continues(tokens, index + 1) &&
    word.kind === "cyrillic" &&
    word.text.length > 3 &&
    (isSurname(word) ||
      !word.reading.known ||
      (word.reading.noun &&
        !isPersonWord(word.text) &&
        (hasSurnameEnding(word) ||
          /[бвгджзклмнпрстфхцчшщй]ь?$/u.test(word.text) ||
          (/[ао]$/u.test(word.text) && word.text !== "дома" && /[тл](?:а|и|ся|сь)?$/u.test(next?.text ?? ""))) &&
        (!next || next.breaks > 0 || next.kind === "mark" || (!next.reading.noun && next.shape === "lower"))));
  return { first: index, last: index + (surname ? 1 : 0), level: DOUBTFUL, kind: "pair" };
}

/** «меня зовут инга лиса», «жалоба от олега гвоздя»: somebody is introduced or dealt with by a first name, and the next word ends the phrase. */
export function isIntroducedPair(tokens: readonly Token[], index: number): boolean {
  const [name, word, next] = [tokens[index], tokens[index + 1], tokens[index + 2]];
  if (
    !name ||
    !word ||
    !isFirstName(name) ||
    name.reading.common >= 0.2 ||
    name.text.length < 4 ||
    word.text.length < 3
  )
    return false;
  if (
    !(word.reading.noun || !word.reading.known) ||
    isPersonWord(word.text) ||
    isNeverAPerson(word.text) ||
    isFirstName(word) ||
    word.text === "дома"
  )
    return false;
  const previous = tokens[index - 1];
  const introduced =
    previous !== undefined &&
    name.breaks === 0 &&
    (/^(?:зовут|вам|от|я)$/u.test(previous.text) || isPersonWord(previous.text) || isContacted(tokens, index));
  return (
    introduced &&
    (next === undefined || next.breaks > 0 || next.kind === "mark" || (next.shape === "lower" && !next.reading.noun))
  );
}

/** «мария сидорова» in small letters: both words must be names and hardly anything else. */
export function isSmallPair(a: Token, b: Token): boolean {
  const surname = (token: Token): boolean =>
    (isSurname(token) && (token.reading.common < 0.3 || (token.reading.common < 0.8 && hasSureSurnameEnding(token)))) ||
    (!token.reading.known &&
      token.text.length > 4 &&
      (token.reading.guessedSurname >= 0.3 || hasSureSurnameEnding(token)) &&
      hasSurnameEnding(token));
  const name = (token: Token): boolean => isFirstName(token) && token.reading.common < 0.3 && token.text.length > 2;
  const unmistakable = (token: Token): boolean =>
    isSurname(token) && token.reading.common < 0.2 && hasSureSurnameEnding(token);
  // «иван лопухов»: after an unmistakable first name a form of burdocks, too.
  if (name(a) && a.reading.common < 0.1 && isWordLikeSurname(b)) return true;
  if (isWordLikeSurname(a) && name(b) && b.reading.common < 0.1) return true;
  return (
    (name(a) && surname(b)) ||
    (surname(a) && name(b)) ||
    (isFirstName(a) && unmistakable(b)) ||
    (unmistakable(a) && isFirstName(b))
  );
}
