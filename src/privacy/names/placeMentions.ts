import { type DetectionContext } from "../detectionContext.ts";
import { isNameOfShop, isQuotedCompany } from "./companyNames.ts";
import { isComplaintWord, isHonorific, isInstitutionWord, isStreetWord } from "./contextWords.ts";
import { isEponym } from "./eponyms.ts";
import { CONFIRMED, type Mention } from "./mention.ts";
import { CASE } from "./nameDictionary.ts";
import { officeBefore, speechBeside } from "./personContext.ts";
import { stem } from "./stem.ts";
import { type Token } from "./tokens.ts";
import { isCapital, isFirstName, isPatronymic, mayBeGenitive } from "./wordEvidence.ts";

const LOOK_BACK = 5;

/**
 * Whether a mention names a street, a square, a stop or an institution and no party to the appeal:
 * certain by the words beside it («улица Гагарина», «больница им. Семашко», «Ленина, 15»);
 * likely by the word itself, unless a person of that surname is met in the same text («на Кирова»).
 */
export function placeEvidence(
  tokens: readonly Token[],
  mention: Mention,
  context: DetectionContext,
): "none" | "likely" | "certain" {
  const { first, last, kind } = mention;
  const token = tokens[first];
  if (!token) return "none";
  const lone = kind === "lone" && first === last;
  if (kind === "full" && !isGenitivePatronymic(tokens, mention)) return "none";
  if (kind !== "lone" && isSurnameFirst(tokens, mention) && !isEponymOfStreet(tokens, mention)) return "none";
  if (kind === "initials" && isOfTheGreaterStreet(tokens, mention)) return "certain";
  if (kind === "pair" && isQuotedCompany(tokens, first, last)) return "certain";
  if (namedAfterBefore(tokens, first, last, lone) || (lone && isNameOfShop(tokens, first))) return "certain";
  if (kind === "pair" && houseNumberAfter(tokens, last) && !isNominative(tokens, first, last)) return "certain";
  if (!lone) return "none";
  // «г. Туров, пер. Солнечный»: after a town its streets.
  if (
    tokens[first - 1]?.text === "." &&
    /^[гпсд]$/u.test(tokens[first - 2]?.text ?? "") &&
    tokens[last + 1]?.text === "," &&
    isStreetWord(tokens[last + 2]?.text ?? "")
  )
    return "certain";
  if ((streetWordAfter(tokens, last) || houseNumberAfter(tokens, last)) && mayBeGenitive(token)) return "certain";
  if (mention.level >= CONFIRMED) return "none";
  // «На Павлова жалуются все»
  if (isComplaintWord(tokens[first + 1]?.text ?? "")) return "none";
  const likely =
    context.placeNames.has(stem(token.text)) ||
    (isEponym(token.text) &&
      mayBeGenitive(token) &&
      !/(?:ому|ым|у)$/u.test(token.text) &&
      !officeBefore(tokens, first) &&
      !speechBeside(tokens, first, last)) ||
    isOnStreet(tokens, first);
  return likely ? "likely" : "none";
}

/**
 * «Лисицына Бориса Фомича», «Пузырёва Н. С.»: the order of a register. A place is named the other way round («улица Юрия
 * Алексеевича Гагарина», «школа им. А. С. Пушкина»), whatever word stands before the name.
 */
function isSurnameFirst(tokens: readonly Token[], { first, last, kind }: Mention): boolean {
  const words = wordsOf(tokens, first, last);
  if (kind === "initials") return words.length > 0 && words[0] === tokens[first];
  const [surname, , patronymic] = words;
  if (kind === "pair")
    return (
      words.length === 2 &&
      surname !== undefined &&
      words[1] !== undefined &&
      isFirstName(words[1]) &&
      !isFirstName(surname) &&
      !isHonorific(surname.text)
    );
  return (
    words.length === 3 &&
    surname !== undefined &&
    patronymic !== undefined &&
    isPatronymic(patronymic) &&
    !isPatronymic(surname)
  );
}

/** «ул. Пушкина А. С.»: a list of addresses that turns even the poet round. */
function isEponymOfStreet(tokens: readonly Token[], { first, kind }: Mention): boolean {
  const before = tokens[previousWord(tokens, first)];
  return (
    (kind === "initials" || kind === "pair") &&
    before !== undefined &&
    before.kind === "cyrillic" &&
    isStreetProper(before.text) &&
    isStreetWord(before.text) &&
    isEponym(tokens[first]?.text ?? "")
  );
}

function isGenitivePatronymic(tokens: readonly Token[], mention: Mention): boolean {
  for (let index = mention.first; index <= mention.last; index += 1) {
    const token = tokens[index];
    if (token && /(?:ича|вны|чны)$/u.test(token.text)) return true;
  }
  return false;
}

function wordsOf(tokens: readonly Token[], first: number, last: number): Token[] {
  return tokens.slice(first, last + 1).filter((token) => token.kind === "cyrillic" && token.end - token.start > 1);
}

/** «директор Большого театра Анатолий Иксанов»: a nominative pair is a person, whatever its forms may be besides. */
function isNominative(tokens: readonly Token[], first: number, last: number): boolean {
  const words = wordsOf(tokens, first, last);
  return (
    words.length > 1 &&
    words.every(
      (token) =>
        (token.reading.cases & CASE.nominative) !== 0 ||
        !mayBeGenitive(token) ||
        (!token.reading.known && /(?:[оеё]в|[иы]н|[сц]кий)$/u.test(token.text)),
    )
  );
}

/** A street word or an institution before the name, with at most honorifics and other capitalised words between. */
function namedAfterBefore(tokens: readonly Token[], first: number, last: number, lone: boolean): boolean {
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
function isOfTheGreaterStreet(tokens: readonly Token[], { first, last }: Mention): boolean {
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
function isStreetProper(word: string): boolean {
  return /^(?:им|имени|ул|улиц|пр|просп|пер|пл|площад|бульвар|б-р|наб|шоссе|проезд|тупик|алле|ост|станци|станиц|дер|пос|пгт|хутор|сел[оаеу]|снт|мкр|м-н|микрорайон|парк|сквер|сад|мост|набереж|остановк|угол|угл|памяти)/u.test(
    word,
  );
}

function previousWord(tokens: readonly Token[], first: number): number {
  let at = first - 1;
  while (at >= 0 && /^[.«"“]$/u.test(tokens[at]?.text ?? "")) at -= 1;
  return at;
}

function streetWordAfter(tokens: readonly Token[], last: number): boolean {
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
function houseNumberAfter(tokens: readonly Token[], last: number): boolean {
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
function isOnStreet(tokens: readonly Token[], first: number): boolean {
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
