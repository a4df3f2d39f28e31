import type { Span } from "../span.ts";
import { HEALTH } from "./healthWords.ts";

const ICD =
  /(?<![\p{L}\d])(?:диагноз\p{L}{0,2}|МКБ(?:-10)?|код)[ :–-]{1,4}([A-TV-ZАВСЕНКМ]\d{2}(?:[.,]\d{1,2})?)(?![\p{L}\d])/giu;
/** «F20.0»: a code of the classification by its form, beside a person. */
const BARE_ICD = /(?<![\p{L}\d])[A-TV-Z]\d{2}\.\d{1,2}(?![\p{L}\d]|[.,]\d)/gu;
/** «[ФИО] (F84)», «Иванова И. М., I10»: a code without its decimal only right after the person. */
const CODE_AFTER_PERSON = /^[ ,;:(–-]{1,4}([A-TV-Z]\d{2})(?![\p{L}\d.-])/u;
/** «парковка для инвалидов», «общество инвалидов»: nobody in particular. */
const NOBODY =
  /(?<!\p{L})(?:для|обществ\p{L}{1,2}|мест\p{L}{0,2}|парковк\p{L}{1,3}|прав\p{L}{0,3}|доступн\p{L}{2,4}|знак\p{L}{0,2}|профилактик\p{L}{1,2}|день|дня|центр\p{L}{0,2}|борьб\p{L}{1,2} с|против|(?:привив\p{L}{1,3}|вакцин\p{L}{1,5}|лекарств\p{L}{1,2}|средств\p{L}{1,2}|защит\p{L}{1,2}) от) (?:\p{L}{2,14} )?$/iu;
const REACH = 120;

/**
 * Diagnoses and disability beside a name: in one sentence with it, or within 120 characters.
 * @param people spans found in the same text, sorted; only names and dates of birth count as a person
 */
export function findHealth(text: string, people: readonly Span[]): Span[] {
  const persons = [
    ...people.filter((span) => span.class === "name" || span.class === "birthDate"),
    ...residents(text),
  ].sort((a, b) => a.start - b.start);
  if (persons.length === 0) return [];
  const spans: Span[] = [];
  const add = (start: number, end: number): void => {
    const tier = tierOf(text, start, end, persons);
    if (tier) spans.push({ start, end, class: "health", tier });
  };
  const lower = text.toLowerCase();
  // Letters that grow in small print would shift what is found.
  for (const match of (lower.length === text.length ? lower : text).matchAll(HEALTH)) {
    if (
      NOBODY.test(text.slice(Math.max(0, match.index - 32), match.index)) ||
      /^инвалид(?:ов|ам|ами|ах)$/iu.test(match[0])
    )
      continue;
    add(match.index, match.index + match[0].length);
  }
  for (const match of text.matchAll(ICD))
    add(match.index + match[0].length - (match[1] ?? "").length, match.index + match[0].length);
  for (const person of persons) {
    const code = CODE_AFTER_PERSON.exec(text.slice(person.end, person.end + 10));
    if (code) add(person.end + code[0].length - 3, person.end + code[0].length);
  }
  for (const match of text.matchAll(BARE_ICD)) add(match.index, match.index + match[0].length);
  return spans;
}

/** «живу в д. Кривцы, дом 3, инвалид»: whoever says where they live has told who they are without a name. */
function residents(text: string): Span[] {
  if (!/живу|прожива|прописан|зарегистр/iu.test(text)) return [];
  return [
    ...text.matchAll(
      /(?<!\p{L})(?:живу|проживаю|прописан\p{L}?|зарегистрирован\p{L}?)(?!\p{L})[^!?\n\d]{0,60}(?:д(?:\.|ом)|кв(?:\.|артир\p{L})) ?\d{1,4}/giu,
    ),
  ].map(({ index, 0: value }) => ({ start: index, end: index + value.length, class: "name", tier: "confirmed" }));
}

/** The nearest person before and after decides; confirmed only when nothing ends the sentence in between. */
function tierOf(
  text: string,
  start: number,
  end: number,
  persons: readonly Span[],
): "confirmed" | "doubtful" | undefined {
  let low = 0;
  let high = persons.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((persons[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  let tier: "confirmed" | "doubtful" | undefined;
  for (const person of [persons[low - 1], persons[low]]) {
    if (!person) continue;
    const between =
      person.end <= start
        ? text.slice(person.end, Math.min(start, person.end + REACH + 1))
        : text.slice(end, Math.min(person.start, end + REACH + 1));
    if (between.length > REACH) continue;
    const sameSentence = !/[!?\n]|\.(?= [А-ЯЁ])/u.test(between);
    if (sameSentence && person.tier === "confirmed") return "confirmed";
    tier = "doubtful";
  }
  return tier;
}
