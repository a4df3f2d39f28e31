import type { DetectionContext } from "../detectionContext.ts";
import { isNameOfShop, isQuotedCompany } from "./companyNames.ts";
import { isComplaintWord, isHonorific, isStreetWord } from "./contextWords.ts";
import { isEponym } from "./eponyms.ts";
import { CONFIRMED, type Mention } from "./mention.ts";
import { officeBefore, speechBeside } from "./personContext.ts";
import { stem } from "./stem.ts";
import type { Token } from "./tokens.ts";
import { isFirstName, isPatronymic, mayBeGenitive } from "./wordEvidence.ts";
import { wordsOf, isNominative } from "./wordsOfMention.ts";
import {
  namedAfterBefore,
  isOfTheGreaterStreet,
  isStreetProper,
  previousWord,
  streetWordAfter,
  houseNumberAfter,
  isOnStreet,
} from "./streetBeside.ts";

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
