import { isContacted } from "./actingPersons.ts";
import { isNameParticle, isNeverAPerson, isPersonWord, isPlacePreposition, isStreetWord } from "./contextWords.ts";
import { CONFIRMED, continues, DOUBTFUL, FAINT, type Mention } from "./mention.ts";
import { officeBefore, speechBeside } from "./personContext.ts";
import { type Token } from "./tokens.ts";
import {
  hasSurnameEnding,
  hasSureSurnameEnding,
  isCapital,
  isFirstName,
  isPatronymic,
  isStrongName,
  isStrongSurname,
  isSurname,
  isWordLikeSurname,
  maySurname,
} from "./wordEvidence.ts";

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

/** «Усамы бин Ладена», «Чэнь Дэмин», «Аун Сан Су Чжи»: a run of capitalised words that the dictionary hardly knows. */
function foreignName(tokens: readonly Token[], index: number): Mention | undefined {
  const head = tokens[index];
  if (
    !head ||
    isPlacePreposition(head.text) ||
    isStreetWord(head.text) ||
    !fitsForeign(head) ||
    /[«"“]/u.test(tokens[index - 1]?.text ?? "")
  )
    return undefined;
  let last = index;
  let unknown = head.reading.known ? 0 : 1;
  let names = isFirstName(head) ? 1 : 0;
  while (last - index < 4) {
    const next = tokens[last + 1];
    if (!next || !continues(tokens, last + 1) || next.kind !== "cyrillic") break;
    const particle =
      isNameParticle(next.text) &&
      (next.shape !== "lower" || next.text.length > 1) &&
      isCapital(tokens, last + 2) &&
      (tokens[last + 2]?.breaks ?? 1) === 0;
    if (!particle && !(isCapital(tokens, last + 1) && fitsForeign(next))) {
      if (!(isNameParticle(next.text) && next.text.includes("-"))) break;
      unknown += 1;
    }
    if (!next.reading.known && !particle) unknown += 1;
    if (isFirstName(next)) names += 1;
    last += 1;
  }
  if (last === index || unknown + names === 0) return undefined;
  const tail = tokens[last];
  if (!tail) return undefined;
  const previous = tokens[index - 1];
  if (
    previous?.kind === "cyrillic" &&
    head.breaks === 0 &&
    (isPlacePreposition(previous.text) || isStreetWord(previous.text))
  )
    return undefined;
  if (officeBefore(tokens, index) || speechBeside(tokens, index, last))
    return { first: index, last, level: DOUBTFUL, kind: "pair" };
  if (unknown === 0) return undefined;
  const likely =
    names > 0 ||
    (!head.reading.known && head.reading.guessedName >= 0.9) ||
    (isStrongSurname(head) && tail.reading.guessedName > 0) ||
    tail.reading.guessedSurname > 0.2 ||
    hasSureSurnameEnding(tail) ||
    (unknown >= 2 && (last - index >= 2 || tokens[last + 1]?.text === "("));
  return { first: index, last, level: likely ? DOUBTFUL : FAINT, kind: "pair" };
}

function fitsForeign(token: Token): boolean {
  const { reading } = token;
  if (token.kind !== "cyrillic" || isNeverAPerson(token.text) || reading.organisation || token.shape === "upper")
    return false;
  if (reading.place && !reading.surname && !reading.name) return false;
  return (
    !reading.known ||
    reading.name ||
    reading.surname ||
    (!token.sentenceStart && token.text.length <= 5 && reading.common < 1.01 && !reading.noun) ||
    (!token.sentenceStart && token.text.length <= 4)
  );
}

/**
 * «участковый николай соловей», «соседка светлана сокол»: an office or a relation, a first name in small letters and, where
 * a verb follows, the word between them, whatever else it may mean.
 */
function smallNameAfterTitle(tokens: readonly Token[], index: number): Mention | undefined {
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
function isIntroducedPair(tokens: readonly Token[], index: number): boolean {
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
function isSmallPair(a: Token, b: Token): boolean {
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
