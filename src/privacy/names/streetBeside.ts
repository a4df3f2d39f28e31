import { isComplaintWord, isHonorific, isInstitutionWord, isStreetWord } from "./contextWords.ts";
import type { Mention } from "./mention.ts";
import { CASE } from "./nameDictionary.ts";
import type { Token } from "./tokens.ts";
import { isCapital, mayBeGenitive } from "./wordEvidence.ts";
import { wordsOf, isNominative } from "./wordsOfMention.ts";

const LOOK_BACK = 5;

/** A street word or an institution before the name, with at most honorifics and other capitalised words between. */
export function namedAfterBefore(tokens: readonly Token[], first: number, last: number, lone: boolean): boolean {
  const genitive = wordsOf(tokens, first, last).every(mayBeGenitive);
  const nominative = isNominative(tokens, first, last);
  let at = first - 1;
  for (let steps = 0; steps < LOOK_BACK && at >= 0; steps += 1, at -= 1) {
    const token = tokens[at];
    const follower = tokens[at + 1];
    if (!token || !follower || follower.breaks > 0) return false;
    if (
      token.text === "." ||
      /[«"“№]/u.test(token.text) ||
      token.kind === "number" ||
      token.text === "-" ||
      (token.text === ":" && /^адрес/u.test(tokens[at - 1]?.text ?? ""))
    )
      continue;
    if (token.kind !== "cyrillic") return false;
    // «кондуктор по имени Людмила»
    if (token.text === "имени" && /^(?:по|от)$/u.test(tokens[at - 1]?.text ?? "")) return false;
    if (isStreetWord(token.text))
      return (
        (genitive && (lone || isStreetProper(token.text))) ||
        (lone &&
          at === previousWord(tokens, first) &&
          (isStreetProper(token.text) || tokens[first]?.reading.place === true))
      );
    if (isInstitutionWord(token.text)) return genitive && !nominative && (lone || token.text !== "памяти");
    if (
      token.text.length === 1 &&
      (token.text === "г" || token.text === "с" || token.text === "д" || token.text === "п" || token.text === "х") &&
      tokens[at + 1]?.text === "."
    )
      return lone && at === previousWord(tokens, first) && tokens[first]?.reading.place === true;
    if (
      !isHonorific(token.text) &&
      !(isCapital(tokens, at) && mayBeGenitive(token)) &&
      !(token.end - token.start === 1 && token.shape === "upper")
    ) {
      // «угол Ленина и Гагарина», «между Кирова и Мира»
      if (
        (token.text === "и" || token.text === "до" || token.text === "или") &&
        lone &&
        isCapital(tokens, at - 1) &&
        genitive
      )
        continue;
      return false;
    }
  }
  return false;
}

/** «ул. Б. Троицкая», «по М. Садовой»: the greater and the lesser street of a name, and no person. */
export function isOfTheGreaterStreet(tokens: readonly Token[], { first, last }: Mention): boolean {
  const before = tokens[previousWord(tokens, first)];
  return (
    last - first === 2 &&
    /^[бмвнс]$/u.test(tokens[first]?.text ?? "") &&
    /(?:ая|яя|ой|ую)$/u.test(tokens[last]?.text ?? "") &&
    before?.kind === "cyrillic" &&
    isStreetWord(before.text) &&
    isStreetProper(before.text)
  );
}

/** After these a capitalised word is a name of a street in any case («ул. Заблоцкая»); after «город», «парк» only in the genitive. */
export function isStreetProper(word: string): boolean {
  return /^(?:им|имени|ул|улиц|пр|просп|пер|пл|площад|бульвар|б-р|наб|шоссе|проезд|тупик|алле|ост|станци|станиц|дер|пос|пгт|хутор|сел[оаеу]|снт|мкр|м-н|микрорайон|парк|сквер|сад|мост|набереж|остановк|угол|угл|памяти)/u.test(
    word,
  );
}

/** Index of the word before `first`, beyond quotation marks and full stops; -1 where there is none. */
export function previousWord(tokens: readonly Token[], first: number): number {
  let at = first - 1;
  while (at >= 0 && /^[.«"“]$/u.test(tokens[at]?.text ?? "")) at -= 1;
  return at;
}

/** «Гагарина улица»: a street word follows that is no name's after it. */
export function streetWordAfter(tokens: readonly Token[], last: number): boolean {
  const next = tokens[last + 1];
  if (
    !next ||
    next.breaks > 0 ||
    next.kind !== "cyrillic" ||
    next.text === "им" ||
    next.text === "имени" ||
    next.text === "ш" ||
    next.text === "ст" ||
    next.text === "адрес" ||
    next.text === "памяти"
  )
    return false;
  if (!isStreetWord(next.text)) return false;
  // «Иванова улица Ленина»: the street word belongs to the name after it.
  const at = tokens[last + 2]?.text === "." ? last + 3 : last + 2;
  return !(isCapital(tokens, at) && tokens[at]?.breaks === 0);
}

/** «Гагарина, 15», «Кирова д. 5», «Ленина 12а»: one to three digits that open neither a phone nor a date. */
export function houseNumberAfter(tokens: readonly Token[], last: number): boolean {
  let at = last + 1;
  if (tokens[at]?.text === ",") at += 1;
  if (/^(?:д|дом[аеу]?|домом|корп|стр)$/u.test(tokens[at]?.text ?? "")) {
    at += 1;
    if (tokens[at]?.text === ".") at += 1;
  }
  if (tokens[at]?.text === "№") at += 1;
  const number = tokens[at];
  if (number?.kind !== "number" || number.breaks > 0 || number.text.length > 3) return false;
  const next = tokens[at + 1];
  if (
    next &&
    next.breaks === 0 &&
    (next.kind === "number" || next.text === "(" || next.text === "." || next.text === ":") &&
    !(next.text === "." && tokens[at + 2]?.kind !== "number")
  )
    return false;
  return !/^(?:лет|год|года|раз|марта|мая|июня|июля|августа|января|февраля|апреля|сентября|октября|ноября|декабря|числа|руб|рублей|минут|час|часов|дней|дня|человек|голосов)/u.test(
    next?.text ?? "",
  );
}

/** «на Семашко», «по Гагарина»: the genitive after these prepositions is the name of a street, unless it is complained about. */
export function isOnStreet(tokens: readonly Token[], first: number): boolean {
  const token = tokens[first];
  const preposition = tokens[first - 1];
  if (!token || !preposition || token.breaks > 0) return false;
  if ((preposition.text === "от" || preposition.text === "с") && tokens[first + 1]?.text === "до") return true;
  // «ФАП в Константинове», «из Пугачёва»
  if ((preposition.text === "в" || preposition.text === "во") && /[оеёи][вн]е$/u.test(token.text)) return true;
  // «в Медоварске», «из Рудогорска»
  if (
    /^(?:в|во|из|под|до|около)$/u.test(preposition.text) &&
    /ск(?:е|а|у|ом)$/u.test(token.text) &&
    !token.reading.surname
  )
    return true;
  if (preposition.text === "из" && /[оеёи][вн]а$/u.test(token.text)) return true;
  if (preposition.text === "по")
    return (token.reading.cases & CASE.dative) === 0 || (token.reading.cases & CASE.genitive) !== 0;
  if (preposition.text !== "на" || (token.reading.cases & CASE.genitive) === 0) return false;
  const verb = tokens[first - 2];
  return (
    !(verb && isComplaintWord(verb.text)) && !(tokens[first - 3] && isComplaintWord(tokens[first - 3]?.text ?? ""))
  );
}
