import { isNeverAPerson, isPersonWord } from "./contextWords.ts";
import { CONFIRMED, continues, DOUBTFUL, type Mention } from "./mention.ts";
import type { NameDictionary } from "./nameDictionary.ts";
import type { Token } from "./tokens.ts";
import {
  hasSureSurnameEnding,
  isCapital,
  isFirstName,
  isPatronymic,
  isSurname,
  mayBePatronymic,
  maySurname,
} from "./wordEvidence.ts";

/**
 * Names with a patronymic, in both orders, all cases and any capitals: the patronymic is the anchor,
 * the first name stands before it, the surname before the first name or after the patronymic.
 */
export function findFullNames(tokens: readonly Token[], dictionary: NameDictionary): Mention[] {
  const mentions: Mention[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token && isGrownTogether(token, dictionary))
      mentions.push({ first: index, last: index, level: CONFIRMED, kind: "full" });
    if (!token || !mayBePatronymic(token)) continue;
    const mention = token.shape === "lower" ? lowerCaseName(tokens, index) : capitalisedName(tokens, index);
    if (mention) mentions.push(mention);
  }
  return mentions;
}

/** «ивановпетрсергеевич»: three words of one name without spaces; a known first name stands in the middle. */
function isGrownTogether(token: Token, dictionary: NameDictionary): boolean {
  if (token.kind !== "cyrillic" || token.reading.known || token.text.length < 12 || token.text.length > 45)
    return false;
  const patronymic = /(?:[оеё]вич|[оеё]вн|ич)(?:[аыуе]|ем|ой)?$/u.exec(token.text);
  if (!patronymic) return false;
  for (let start = 3; start <= patronymic.index - 3; start += 1) {
    for (let end = start + 3; end <= patronymic.index - 1; end += 1) {
      const [surname, name, father] = [token.text.slice(0, start), token.text.slice(start, end), token.text.slice(end)];
      if (
        dictionary.read(name).name &&
        dictionary.read(father).patronymic &&
        (dictionary.read(surname).surname || dictionary.read(surname).guessedSurname > 0.3)
      )
        return true;
    }
  }
  return false;
}

/** «Иванова⏎Анна Петровна»: in a signature the surname may stand on a line of its own. */
function aloneOnLine(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  return token !== undefined && (index === 0 || token.breaks > 0) && tokens[index + 1]?.breaks === 1;
}

function capitalisedName(tokens: readonly Token[], index: number): Mention | undefined {
  const patronymic = tokens[index];
  if (!patronymic || !isCapital(tokens, index)) return undefined;
  const sure = isPatronymic(patronymic);
  const name = tokens[index - 1];
  const nameFits =
    name !== undefined &&
    continues(tokens, index) &&
    name.kind === "cyrillic" &&
    name.shape !== "lower" &&
    name.end - name.start > 1 &&
    (isFirstName(name) || !isNeverAPerson(name.text));
  if (nameFits && isCapital(tokens, index - 1)) {
    const believed =
      isFirstName(name) ||
      (sure && (!name.reading.known || isSurname(name) || (name.reading.common < 1 && !name.reading.place)));
    if (believed || (sure && patronymic.reading.patronymic && (!name.sentenceStart || name.reading.place))) {
      let first = index - 1;
      let last = index;
      if (tokens[last + 1]?.text === "оглы" || tokens[last + 1]?.text === "кызы") last += 1;
      if (surnameBefore(tokens, first - 1)) first -= 1;
      if (surnameAfter(tokens, last + 1)) last += 1;
      // «Иванова (Петрова) Анна Сергеевна»: the maiden name in brackets.
      else if (
        tokens[first - 1]?.text === ")" &&
        tokens[first - 3]?.text === "(" &&
        isCapital(tokens, first - 4) &&
        isCapital(tokens, first - 2)
      )
        first -= 4;
      return { first, last, level: CONFIRMED, kind: "full" };
    }
  }
  if (!sure) return undefined;
  // «Петровна Мария»: the patronymic before the first name.
  const next = tokens[index + 1];
  if (
    next &&
    continues(tokens, index + 1) &&
    isCapital(tokens, index + 1) &&
    isFirstName(next) &&
    next.reading.common < 0.5 &&
    patronymic.reading.patronymic
  ) {
    return { first: index, last: index + 1, level: CONFIRMED, kind: "full" };
  }
  return { first: index, last: index, level: DOUBTFUL, kind: "lone" };
}

/** Korean and Chinese surnames of citizens of Russia; the dictionary knows them as particles and nouns. */
const SHORT_SURNAMES = new Set(
  "ли ким пак цой тен хан шин ан ян юн югай кан мун хван лим чен чан ван лю нам те хе ю хегай тян лян".split(" "),
);

function surnameBefore(tokens: readonly Token[], index: number): boolean {
  const surname = tokens[index];
  if (
    !surname ||
    !isCapital(tokens, index) ||
    isNeverAPerson(surname.text) ||
    (surname.reading.place && !isSurname(surname) && !hasSureSurnameEnding(surname))
  )
    return false;
  if (!continues(tokens, index + 1) && !(aloneOnLine(tokens, index) && isSurname(surname))) return false;
  if (SHORT_SURNAMES.has(surname.text)) return true;
  if (surname.sentenceStart && surname.reading.known && !isSurname(surname)) return hasSureSurnameEnding(surname);
  return (
    maySurname(surname) ||
    hasSureSurnameEnding(surname) ||
    (!surname.sentenceStart &&
      !surname.reading.organisation &&
      !isNeverAPerson(surname.text) &&
      (surname.reading.noun || surname.reading.name))
  );
}

function surnameAfter(tokens: readonly Token[], index: number): boolean {
  const surname = tokens[index];
  if (!surname || !isCapital(tokens, index) || !continues(tokens, index) || isNeverAPerson(surname.text)) return false;
  // The next person of a list: «… Иван Иванович Анна Петровна».
  if (
    isFirstName(surname) &&
    !isSurname(surname) &&
    tokens[index + 1] !== undefined &&
    isPatronymic(tokens[index + 1] as Token)
  )
    return false;
  return maySurname(surname) || hasSureSurnameEnding(surname);
}

/** «иванов иван иванович»: nothing but the dictionary speaks for a name here. */
function lowerCaseName(tokens: readonly Token[], index: number): Mention | undefined {
  const patronymic = tokens[index];
  const name = tokens[index - 1];
  if (!patronymic) return undefined;
  if (
    !isPatronymic(patronymic) &&
    !(name && isFirstName(name) && name.reading.common < 0.3 && continues(tokens, index))
  )
    return undefined;
  const short = !name || name.kind !== "cyrillic" || !continues(tokens, index);
  if (
    short ||
    !(
      isFirstName(name) ||
      (!name.reading.known && name.text.length > 2) ||
      (patronymic.reading.patronymic && (name.reading.place || name.shape !== "lower"))
    )
  ) {
    return patronymic.reading.patronymic && patronymic.reading.common < 0.3
      ? { first: index, last: index, level: DOUBTFUL, kind: "lone" }
      : undefined;
  }
  let first = index - 1;
  let last = index;
  if (tokens[last + 1]?.text === "оглы" || tokens[last + 1]?.text === "кызы") last += 1;
  const before = tokens[first - 1];
  const after = tokens[last + 1];
  const surnameLike = (token: Token): boolean =>
    token.kind === "cyrillic" &&
    token.text.length > 2 &&
    !isNeverAPerson(token.text) &&
    (isSurname(token) ||
      !token.reading.known ||
      (hasSureSurnameEnding(token) && (token.reading.noun || token.reading.place)));
  const beforeFits =
    before !== undefined && (continues(tokens, first) || aloneOnLine(tokens, first - 1)) && surnameLike(before);
  const afterFits = after !== undefined && continues(tokens, last + 1) && surnameLike(after);
  // «врач гвоздь никон саввич»: between an office and a first name stands a surname, whatever else it may mean.
  const isTitled =
    !beforeFits &&
    before !== undefined &&
    continues(tokens, first) &&
    before.kind === "cyrillic" &&
    before.reading.noun &&
    !isPersonWord(before.text) &&
    tokens[first - 2] !== undefined &&
    before.breaks === 0 &&
    isPersonWord(tokens[first - 2]!.text) &&
    !afterFits;
  if (isTitled) return { first: first - 1, last, level: CONFIRMED, kind: "full" };
  const beforeSure = beforeFits && (before.reading.common < 0.5 || before.shape !== "lower");
  if (beforeFits && (beforeSure || !(afterFits && after.reading.common < 0.5))) first -= 1;
  else if (afterFits) last += 1;
  return { first, last, level: CONFIRMED, kind: "full" };
}
