import { isNameParticle, isNeverAPerson, isPersonWord, isPlacePreposition, isStreetWord } from "./contextWords.ts";
import { CONFIRMED, continues, DOUBTFUL, type Mention } from "./mention.ts";
import type { Token } from "./tokens.ts";
import {
  hasSurnameEnding,
  hasSureSurnameEnding,
  isCapital,
  isFirstName,
  isPatronymic,
  isStrongName,
  isStrongSurname,
  isSurname,
  maySurname,
} from "./wordEvidence.ts";
import { foreignName } from "./foreignNames.ts";
import { smallNameAfterTitle, isIntroducedPair, isSmallPair } from "./smallPairs.ts";

/** A first name and a surname side by side, in both orders, without a patronymic. */
export function findPairedNames(tokens: readonly Token[]): Mention[] {
  const mentions: Mention[] = [];
  for (let index = 0; index < tokens.length - 1; index += 1) {
    const [a, b] = [tokens[index], tokens[index + 1]];
    if (!a || !b || a.kind !== "cyrillic" || b.kind !== "cyrillic" || !continues(tokens, index + 1)) continue;
    if (isCapital(tokens, index)) {
      const mention = isCapital(tokens, index + 1) ? capitalisedPair(tokens, index, a, b) : undefined;
      const foreign = mention ?? foreignName(tokens, index);
      if (foreign) {
        mentions.push(foreign);
        index = foreign.last - 1;
      }
    } else if (a.shape === "lower" && b.shape === "lower" && (isSmallPair(a, b) || isIntroducedPair(tokens, index))) {
      mentions.push({ first: index, last: index + 1, level: DOUBTFUL, kind: "pair" });
    } else if (a.shape === "lower" && b.shape === "lower" && isPersonWord(a.text)) {
      const mention = smallNameAfterTitle(tokens, index + 1);
      if (mention) mentions.push(mention);
    }
  }
  return mentions;
}

function capitalisedPair(tokens: readonly Token[], index: number, a: Token, b: Token): Mention | undefined {
  if (isNeverAPerson(a.text) || isNeverAPerson(b.text) || isPlacePreposition(a.text) || isStreetWord(a.text))
    return undefined;
  const rareAsWord =
    a.reading.common < 0.6 ||
    isSurname(b) ||
    b.reading.guessedSurname > 0 ||
    (!a.sentenceStart && (!b.reading.known || hasSureSurnameEnding(b)));
  const nameFirst =
    isFirstName(a) &&
    !isPatronymic(b) &&
    rareAsWord &&
    (maySurname(b) || isShortForeignSurname(a, b)) &&
    !(b.reading.place && !isSurname(b) && b.text.length > 4 && !hasSureSurnameEnding(b));
  if (nameFirst) {
    let last = index + 1;
    // «Ханс Кристиан Андерсен»: three words of one name.
    const third = tokens[index + 2];
    if (
      third &&
      continues(tokens, index + 2) &&
      isCapital(tokens, index + 2) &&
      (!third.reading.known ||
        isStrongSurname(third) ||
        (isSurname(third) && isFirstName(b)) ||
        isNameParticle(b.text)) &&
      !isNeverAPerson(third.text)
    )
      last += 1;
    const sure = isStrongName(a) || isSurname(b) || hasSureSurnameEnding(b) || !b.reading.known;
    return { first: index, last, level: sure ? CONFIRMED : DOUBTFUL, kind: "pair" };
  }
  const surnameFirst =
    isFirstName(b) &&
    (b.reading.common < 0.6 || (isStrongSurname(a) && b.shape === a.shape)) &&
    (isStrongSurname(a) ||
      (isSurname(a) && !a.sentenceStart) ||
      (isSurname(a) && isStrongName(b)) ||
      (isStrongName(b) && !a.sentenceStart && hasPlainSurnameEnding(a)) ||
      (!a.reading.known && hasSurnameEnding(a)));
  if (surnameFirst) {
    const third = tokens[index + 2];
    const more =
      third !== undefined &&
      continues(tokens, index + 2) &&
      isCapital(tokens, index + 2) &&
      isSurname(third) &&
      !isFirstName(third) &&
      !isStrongSurname(a);
    return { first: index, last: index + (more ? 2 : 1), level: CONFIRMED, kind: "pair" };
  }
  return undefined;
}

/** «Лапин», «Орехову»: surnames that the dictionary knows as ordinary words or villages only. */
function hasPlainSurnameEnding(token: Token): boolean {
  return (
    token.text.length > 4 &&
    /(?:[оеё]в|[иы]н)(?:[ау]|ым|ой)?$/u.test(token.text) &&
    !/^(?:остров|берлин|магазин|бензин|район|термин|витрин|машин)/u.test(token.text)
  );
}

/** «Оливер Кан», «Кима Чен»: a short word after an unmistakable first name, whatever else it may be. */
function isShortForeignSurname(name: Token, word: Token): boolean {
  return (
    isStrongName(name) &&
    word.shape === "capital" &&
    word.text.length <= 4 &&
    !word.reading.organisation &&
    (!word.reading.known || word.reading.noun || word.reading.place)
  );
}
