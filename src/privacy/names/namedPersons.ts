import { isInstitutionWord, isNeverAPerson, isPersonWord, isStreetWord } from "./contextWords.ts";
import { stem } from "./stem.ts";

const WORD = String.raw`[А-ЯЁ][а-яё]{2,30}(?:-[А-ЯЁ][а-яё]{1,30})?`;
const INITIALS = String.raw`[А-ЯЁ]\. ?[А-ЯЁ]\.`;
const PATRONYMIC = String.raw`[А-ЯЁ][а-яё]{1,20}(?:вич(?:ем|[ауе])?|ич(?:ем|ом|[ауе])?|(?:вн|ичн)(?:ой|[аеуы]))(?![а-яё])`;
const START = "(?<![А-Яа-яЁё.])";
/** «Щеглова Мария Петровна», «Щегловой М. П.», «М. П. Щеглова», «Мария Петровна Щеглова». */
const WHOLE = [
  new RegExp(`${START}(${WORD}) {1,2}(?:${WORD} {1,2}${PATRONYMIC}|${INITIALS})`, "gu"),
  new RegExp(`${START}${INITIALS} ?(${WORD})(?![а-яё])`, "gu"),
  new RegExp(`${PATRONYMIC} {1,2}(${WORD})(?![а-яё])`, "gu"),
];
/** «мастер Щеглов», «Фамилия: Щеглова»: a word before, and the ending of a surname. */
const TITLED =
  /(?<![А-Яа-яЁё.])([а-яё]{4,20}|[А-ЯЁ][а-яё]{3,20}):? {1,2}([А-ЯЁ][а-яё]{1,28}(?:[оеё]в|[иы]н)(?:[ауе]|ой|ым)?)(?![а-яё-])/gu;

/**
 * Stems of the surnames of those whom a text names in a way that leaves no doubt. Told by form alone, so that it costs
 * hardly anything: what these are for is finding the same people where they stand by their surname alone.
 */
export function surnamesNamed(text: string): ReadonlySet<string> {
  const surnames = new Set<string>();
  for (const pattern of WHOLE)
    for (const [, word = ""] of text.matchAll(pattern)) if (isSurnameOf(word)) surnames.add(stem(word));
  for (const [, title = "", word = ""] of text.matchAll(TITLED)) {
    const lower = title.toLowerCase();
    if (
      (isPersonWord(lower) || /^фамили[яю]$/u.test(lower)) &&
      !/(?:и|ы|ей|ов|ам|ям|ами|ями)$/u.test(lower) &&
      isSurnameOf(word)
    )
      surnames.add(stem(word));
  }
  return surnames;
}

/** «Директор М. П. Щеглова», «Уважаемая Мария Петровна»: an office or an address stands where a surname may. */
function isSurnameOf(word: string): boolean {
  const lower = word.toLowerCase();
  return !isNeverAPerson(lower) && !isPersonWord(lower) && !isInstitutionWord(lower) && !isStreetWord(lower);
}

/** Which of the people named in `other` may be meant in `text` as well, as sorted stems: most often nobody. */
export function namedElsewhere(text: string, other: string): readonly string[] {
  const surnames = surnamesNamed(other);
  if (surnames.size === 0) return [];
  const lower = text.toLowerCase().replaceAll("ё", "е");
  return [...surnames].filter((surname) => lower.includes(surname)).sort();
}
