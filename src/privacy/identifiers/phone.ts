import type { Span } from "../span.ts";
import { digitsOf, precededBy } from "./keyword.ts";

/** Separators between digits: «8 (912) 345 - 67 - 89», «8.912.345.67.89», «8/912/3456789», «8_912», or a wide space. */
const GAP = "(?:[ \\t\\n().\\-_/*~·•]{0,4}|[ \\t]{5,10})";
/**
 * What may not stand before a number: a digit, a short number joined by a mark («12.9161234567» is one value), the end of
 * an identifier in Latin letters. A word and a mark may: «Контакты:8916…», «связь-8916…», and so may a number as long.
 */
const NOT_BEFORE = "(?<!\\d)(?<![A-Za-z\\d][.:-])(?<!(?<![\\d-])\\d{1,4}[,/])";
/** What may not follow: a digit, or a mark and a short number; a long one is the next of a list. */
const NOT_AFTER = "(?!\\d|[.:-]\\d|[,/]\\d{1,4}(?![\\d(]|[ -]\\d))";
/** A number with the country code: +7, 7 or 8 and ten digits. */
const FULL = new RegExp(
  `${NOT_BEFORE}(?:\\+ ?)?\\(?[78]\\)?(?:${GAP}\\d){10}(?:(?<=-\\d\\d)/\\d\\d(?![\\d/])|${NOT_AFTER})`,
  "gu",
);
/** Any number in the international form. */
const FOREIGN = new RegExp(`\\+ ?\\d(?:${GAP}\\d){9,14}(?!\\d)`, "gu");
/** A mobile number without the first 8: nine and nine digits. */
const MOBILE = new RegExp(
  String.raw`${NOT_BEFORE}\(?9\d{2}\)?[ \-.]{0,3}\d{3}[ \-.]{0,3}\d{2}[ \-.]{0,3}\d{2}${NOT_AFTER}`,
  "gu",
);
/** A city number with its area code in brackets or set off: «(4912) 12-34-56», «4912 12-34-56», «(495) 123-45-67». */
const AREA =
  /(?<![\d.,:/-])(?:\((?:[348]\d{2,4})\)[ -]{0,2}\d{1,3}(?:[ -]?\d{2}){2}|[348]\d{2,4}[ -]{1,2}\d{1,3}-\d{2}-\d{2})(?!\d|[.,:/-]\d)/gu;
/** What stands after «тел.»: a city number of five to seven digits, or anything of up to twelve. */
const AFTER_KEYWORD =
  /(?<![\p{L}\d])(?:тел(?:\.|ефон\p{L}{0,3}|еф)?|т(?=\.|:)|моб(?:\.|ильн\p{L}{1,3})?|сот(?:\.|ов\p{L}{1,3})?|факс\p{L}{0,2}|т\/ф|номер\p{L}{0,2} телефон\p{L}{0,2}|(?:по)?звон\p{L}{1,4}|набер\p{L}{1,4}|в[ао]тс?апп?|вацап|уотсап|wh?ats?app?|вайбер|viber|phone|tel)(?![\p{L}])(?:[ .,:№\-()]|номер\p{L}{0,2}|по|мой|на|дом(?:а|ашн\p{L}{1,3})?|раб(?:оч\p{L}{1,3})?|моб(?:ильн\p{L}{1,3})?|сот(?:ов\p{L}{1,3})?|конт(?:актн\p{L}{1,3})|для|связи|мне|нам){0,10}(\(?\d(?:[ ().-]{0,3}\d){4,11})(?!\d)/giu;
/** «домашний 3-45-67», «раб. 23-45-67»: the kind of a telephone without the word. */
const KIND_OF_PHONE =
  /(?<!\p{L})(?:домашн\p{L}{2,3}|дом\.|рабоч\p{L}{2,3}|раб\.|городск\p{L}{2,3}|контактн\p{L}{2,3}|сотов\p{L}{2,3}|мобильн\p{L}{2,3})(?: номер)?[ :–-]{1,4}(\d{1,3}(?:[ -]\d{2}){2})(?!\d|[.,:/-]\d)|(?<!\p{L})(?:связь|контакт\p{L}{0,3}|перезвон\p{L}{1,4})[ :–-]{1,4}(\d{1,3}(?:-\d{2}){2})(?!\d|[.,:/-]\d)/giu;
/** «33-44-55/33-44-56 тел.»: the word after the numbers. */
const BEFORE_KEYWORD =
  /(?<![\d.,:/-])((?:\d{1,3}-\d{2}-\d{2}[ ,;/]{1,2}){0,3}\d{1,3}-\d{2}-\d{2})(?=[ ,(–-]{1,3}(?:(?:это )?(?:мой |наш )?(?:дом\.|раб\.|моб\.)? ?тел(?:\.|ефон)|домашний|рабочий))/giu;
/** The second and the third of a list: a short number right after a telephone that was found, or masked before. */
const NEXT_OF_LIST =
  /^(?:[ ,;/]|и(?= )|или(?= )){1,5}(\(?\d{1,5}\)?[ -]?\d{1,3}[ -]?\d{2}[ -]?\d{2}|\d{1,3}-\d{2}-\d{2})(?!\d|[.,:/-]\d)/u;
const MASKED = /\[(?:телефон|phone)\]/gu;
const EXTENSION = /^[ ,(]{0,3}(?:доб|вн|внутр|ext)(?:авочн\p{L}{1,3}|\.)?[ :.№]{0,3}\d{1,6}\)?/iu;
/** Registers whose numbers have ten or eleven digits of their own. */
const REGISTER =
  /(?<!\p{L})(?:ИНН|ОГРН(?:ИП)?|ОКТМО|ОКАТО|ОКПО|КПП|БИК|КБК|УИН|УИП|артикул|трек|закупк\p{L}{1,2}|извещени\p{L}{1,2}|сч[её]т\p{L}{0,2}|л\/с|инв\p{L}{0,8})[ :№N#.-]{0,4}$/iu;
/** Papers whose number is told by a sign; without it «заявка 8916…» names a telephone. */
const PAPER =
  /(?<!\p{L})(?:заказ|договор|постановлени|обращени|заявк|заявлени|квитанци|контракт|накладн|дел)\p{L}{0,3}(?: ?(?:№|N|#|номер\p{L}{0,2})| за номером| под номером)[ :.№N#-]{0,3}$/iu;
/** A toll-free number belongs to no person: it is a hotline by the numbering plan. */
const TOLL_FREE = /^[78]?80[045]\d{7}$/u;

function phone(text: string, start: number, end: number): Span {
  const extension = EXTENSION.exec(text.slice(end, end + 30));
  return { start, end: end + (extension?.[0].length ?? 0), class: "phone", tier: "confirmed" };
}

/** «12.05.2024 10-00» and «2024-05-12» are made of digits and separators, too. */
function looksLikeDate(value: string): boolean {
  return /(?:^|\D)(?:[0-3]?\d[./-][01]?\d[./-](?:19|20)\d{2}|(?:19|20)\d{2}[./-][01]\d[./-][0-3]\d)(?!\d)/u.test(value);
}

/** «заявка № 89161234567» is a number of a paper, «заявка 8-916-123-45-67» a telephone: nobody groups a registry number so. */
function isOtherNumber(text: string, index: number, value: string): boolean {
  return precededBy(text, index, REGISTER, 24) || (/^\d+$/u.test(value) && precededBy(text, index, PAPER, 36));
}

/** Phone numbers in the usual Russian ways of writing, city numbers after a word such as «тел.». Linear. */
export function findPhones(text: string): Span[] {
  const spans: Span[] = [];
  if (!/\d/u.test(text)) return spans;
  for (const match of text.matchAll(FULL)) {
    const digits = digitsOf(match[0]);
    const international = match[0].startsWith("+");
    if (!international && !/^[78][3489]/u.test(digits)) continue;
    if (TOLL_FREE.test(digits) || looksLikeDate(match[0])) continue;
    if (!international && isOtherNumber(text, match.index, match[0])) continue;
    const lead = /^[( ]*/u.exec(match[0])?.[0].length ?? 0;
    spans.push(phone(text, match.index + (match[0].includes(")") ? 0 : lead), match.index + match[0].length));
  }
  for (const match of text.matchAll(FOREIGN)) spans.push(phone(text, match.index, match.index + match[0].length));
  for (const match of text.matchAll(MOBILE)) {
    if (looksLikeDate(match[0]) || isOtherNumber(text, match.index, match[0])) continue;
    spans.push(phone(text, match.index, match.index + match[0].length));
  }
  for (const match of text.matchAll(AREA)) {
    const digits = digitsOf(match[0]);
    if (digits.length !== 10 || TOLL_FREE.test(digits)) continue;
    spans.push(phone(text, match.index, match.index + match[0].length));
  }
  for (const match of text.matchAll(AFTER_KEYWORD)) {
    const value = match[1] ?? "";
    const digits = digitsOf(value);
    const end = match.index + match[0].length;
    if (TOLL_FREE.test(digits) || looksLikeDate(value)) continue;
    spans.push(phone(text, end - value.length, end));
  }
  if (/\d[ -]\d{2}[ -]\d{2}/u.test(text))
    for (const match of text.matchAll(KIND_OF_PHONE)) {
      const end = match.index + match[0].length;
      spans.push(phone(text, end - (match[1] ?? match[2] ?? "").length, end));
    }
  if (/\d-\d{2}-\d{2}/u.test(text))
    for (const match of text.matchAll(BEFORE_KEYWORD))
      spans.push(phone(text, match.index, match.index + match[0].length));
  return [...spans, ...restOfLists(text, spans)];
}

/** «Иванова И. М., 33-44-55», «334455 Анна Ильина»: a city number right beside a person, in groups or of five to seven digits. */
const AFTER_NAME =
  /^[ ,;:(–-]{1,4}(?:т[. ]{1,2})?(\d{1,3}-\d{2}-\d{2}|\d{1,3} \d{2} \d{2}|\d{6,7})(?!\d|[.,:/-]\d| ?(?:руб|₽|м(?!\p{L})|см|мм|чел|тыс|шт|кг|квт))/iu;
const BEFORE_NAME = /(?<![\d.,:/№-]|[№#] ?)(\d{1,3}-\d{2}-\d{2}|\d{6,7})[ ,;:()–-]{1,4}$/u;

/** @param names spans of names found in the same text */
export function findPhonesBeside(text: string, names: readonly Span[]): Span[] {
  const spans: Span[] = [];
  for (const name of names) {
    // A lone first name or a doubtful word is no party that leaves a number.
    if (name.tier !== "confirmed") continue;
    const after = AFTER_NAME.exec(text.slice(name.end, name.end + 24));
    if (after && !isDay(after[1] ?? ""))
      spans.push(besideName(text, name.end + after[0].length - (after[1] ?? "").length, after[1] ?? ""));
    const from = Math.max(0, name.start - 16);
    const before = BEFORE_NAME.exec(text.slice(from, name.start));
    if (
      before &&
      !isDay(before[1] ?? "") &&
      !precededBy(
        text,
        from + before.index,
        /(?:№|N|#|номер\p{L}{0,2}|от|заявк\p{L}|обращени\p{L}|договор\p{L}{0,2}|индекс)[ :]{0,2}$/iu,
        24,
      )
    )
      spans.push(besideName(text, from + before.index, before[1] ?? ""));
  }
  return spans;
}

function besideName(text: string, start: number, value: string): Span {
  return { ...phone(text, start, start + value.length), tier: /\D/u.test(value) ? "confirmed" : "doubtful" };
}

/** «14-02-85» is rather a day than a telephone. */
function isDay(value: string): boolean {
  const [day, month] = value.split(/\D/u);
  return month !== undefined && Number(day) <= 31 && Number(month) <= 12 && Number(month) > 0;
}

/** What follows a telephone in a list of them: short city numbers, told once by what they are. */
function restOfLists(text: string, found: readonly Span[]): Span[] {
  const more: Span[] = [];
  for (const first of [
    ...found.map(({ end }) => end),
    ...[...text.matchAll(MASKED)].map((match) => match.index + match[0].length),
  ]) {
    let from = first;
    for (
      let next = NEXT_OF_LIST.exec(text.slice(from, from + 32));
      next;
      next = NEXT_OF_LIST.exec(text.slice(from, from + 32))
    ) {
      const value = next[1] ?? "";
      const end = from + next[0].length;
      if (digitsOf(value).length < 5 || looksLikeDate(value)) break;
      more.push(phone(text, end - value.length, end));
      from = end;
    }
  }
  return more;
}
