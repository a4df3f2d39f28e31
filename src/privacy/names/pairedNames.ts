import { CONFIRMED, continues, DOUBTFUL, FAINT, type Mention } from "./mention.ts";
import { isNeverAPerson } from "./contextWords.ts";
import { type Token } from "./tokens.ts";
import { hasSurnameEnding, hasSureSurnameEnding, isCapital, isFirstName, isPatronymic, isStrongName, isStrongSurname, isSurname, maySurname } from "./wordEvidence.ts";

/** A first name and a surname side by side, in both orders, without a patronymic. */
export function findPairedNames(tokens: readonly Token[]): Mention[] {
  const mentions: Mention[] = [];
  for (let index = 0; index < tokens.length - 1; index += 1) {
    const [a, b] = [tokens[index], tokens[index + 1]];
    if (!a || !b || a.kind !== "cyrillic" || b.kind !== "cyrillic" || !continues(tokens, index + 1)) continue;
    if (isCapital(tokens, index) && isCapital(tokens, index + 1)) {
      const mention = capitalisedPair(tokens, index, a, b);
      if (mention) mentions.push(mention);
    } else if (a.shape === "lower" && b.shape === "lower" && isSmallPair(a, b)) {
      mentions.push({ first: index, last: index + 1, level: DOUBTFUL, kind: "pair" });
    }
  }
  return mentions;
}

function capitalisedPair(tokens: readonly Token[], index: number, a: Token, b: Token): Mention | undefined {
  if (isNeverAPerson(a.text) || isNeverAPerson(b.text)) return undefined;
  const nameFirst = isFirstName(a) && !isPatronymic(b) && (a.reading.common < 0.6 || isSurname(b) || b.reading.guessedSurname > 0) && maySurname(b) && !(b.reading.place && !isSurname(b));
  if (nameFirst) {
    let last = index + 1;
    // «Ханс Кристиан Андерсен»: three words of one name.
    const third = tokens[index + 2];
    if (third && continues(tokens, index + 2) && isCapital(tokens, index + 2) && (!third.reading.known || isStrongSurname(third) || (isSurname(third) && isFirstName(b))) && !isNeverAPerson(third.text)) last += 1;
    const sure = isStrongName(a) || isSurname(b) || hasSureSurnameEnding(b) || !b.reading.known;
    return { first: index, last, level: sure ? CONFIRMED : DOUBTFUL, kind: "pair" };
  }
  const surnameFirst = isFirstName(b) && b.reading.common < 0.6 && (isStrongSurname(a) || (isSurname(a) && !a.sentenceStart) || (isSurname(a) && isStrongName(b)) || (!a.reading.known && hasSurnameEnding(a)));
  if (surnameFirst) return { first: index, last: index + 1, level: CONFIRMED, kind: "pair" };
  if (!a.reading.known && !b.reading.known) {
    const quoted = /[«"“]/u.test(tokens[index - 1]?.text ?? "");
    return quoted ? undefined : { first: index, last: index + 1, level: b.reading.guessedSurname > 0 || hasSureSurnameEnding(b) ? DOUBTFUL : FAINT, kind: "pair" };
  }
  if (!a.reading.known && isStrongSurname(b)) return { first: index, last: index + 1, level: DOUBTFUL, kind: "pair" };
  return undefined;
}

/** «мария сидорова» in small letters: both words must be names and hardly anything else. */
function isSmallPair(a: Token, b: Token): boolean {
  const surname = (token: Token): boolean => (isSurname(token) && (token.reading.common < 0.3 || (token.reading.common < 0.6 && hasSureSurnameEnding(token)))) || (!token.reading.known && token.reading.guessedSurname >= 0.5 && hasSureSurnameEnding(token));
  const name = (token: Token): boolean => isFirstName(token) && token.reading.common < 0.3 && token.text.length > 2;
  return (name(a) && surname(b)) || (surname(a) && name(b));
}
