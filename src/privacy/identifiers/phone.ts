import { type Span } from "../span.ts";
import { digitsOf, precededBy } from "./keyword.ts";

/** Up to three separators between digits: «8 (912) 345 - 67 - 89», «8.912.345.67.89», «8/912/3456789», «8_912». */
const GAP = "[ \\t\\n().\\-_/*~·•]{0,4}";
/** A number with the country code: +7, 7 or 8 and ten digits. */
const FULL = new RegExp(`(?<![\\d.,:/-])(?:\\+ ?)?\\(?[78]\\)?(?:${GAP}\\d){10}(?!\\d|[.,:/-]\\d)`, "gu");
/** Any number in the international form. */
const FOREIGN = new RegExp(`\\+ ?\\d(?:${GAP}\\d){9,14}(?!\\d)`, "gu");
/** A mobile number without the first 8: nine and nine digits. */
const MOBILE = /(?<![\d.,:/-])\(?9\d{2}\)?[ \-.]{0,3}\d{3}[ \-.]{0,3}\d{2}[ \-.]{0,3}\d{2}(?!\d|[.,:/-]\d)/gu;
/** A city number with its area code in brackets or set off: «(4912) 12-34-56», «4912 12-34-56», «(495) 123-45-67». */
const AREA = /(?<![\d.,:/-])(?:\((?:[348]\d{2,4})\)[ -]{0,2}\d{1,3}(?:[ -]?\d{2}){2}|[348]\d{2,4}[ -]{1,2}\d{1,3}-\d{2}-\d{2})(?!\d|[.,:/-]\d)/gu;
/** What stands after «тел.»: a city number of five to seven digits, or anything of up to twelve. */
const AFTER_KEYWORD = /(?<![\p{L}\d])(?:тел(?:\.|ефон\p{L}{0,3}|еф)?|т(?=\.|:)|моб(?:\.|ильн\p{L}{1,3})?|сот(?:\.|ов\p{L}{1,3})?|факс\p{L}{0,2}|т\/ф|номер\p{L}{0,2} телефон\p{L}{0,2}|(?:по)?звон\p{L}{1,4}|набер\p{L}{1,4}|ватс?апп?|вацап|wh?ats?app?|вайбер|viber|phone|tel)(?![\p{L}])(?:[ .,:№\-()]|номер\p{L}{0,2}|по|мой|на|дом(?:ашн\p{L}{1,3})?|раб(?:оч\p{L}{1,3})?|моб(?:ильн\p{L}{1,3})?|сот(?:ов\p{L}{1,3})?|конт(?:актн\p{L}{1,3})|для|связи|мне|нам){0,10}(\(?\d(?:[ ().-]{0,3}\d){4,11})(?!\d)/giu;
const EXTENSION = /^[ ,(]{0,3}(?:доб|вн|внутр|ext)(?:авочн\p{L}{1,3}|\.)?[ :.№]{0,3}\d{1,6}\)?/iu;
/** Words after which ten or eleven digits are another number. */
const OTHER_NUMBER = /(?:ИНН|ОГРН(?:ИП)?|ОКТМО|ОКАТО|ОКПО|КПП|БИК|КБК|УИН|УИП|артикул|трек|заказ\p{L}{0,2}|договор\p{L}{0,2}|постановлени\p{L}{1,2}|обращени\p{L}{1,2}|заявк\p{L}{1,2}|заявлени\p{L}{1,2}|квитанци\p{L}{1,2}|контракт\p{L}{0,2}|накладн\p{L}{1,3}|закупк\p{L}{1,2}|извещени\p{L}{1,2}|дел\p{L}{0,2}|сч[её]т\p{L}{0,2}|л\/с|инв\p{L}{0,8})[ :№N#.-]{0,4}$/iu;
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

/** Phone numbers in the usual Russian ways of writing, city numbers after a word such as «тел.». Linear. */
export function findPhones(text: string): Span[] {
  const spans: Span[] = [];
  if (!/\d/u.test(text)) return spans;
  for (const match of text.matchAll(FULL)) {
    const digits = digitsOf(match[0]);
    const international = match[0].startsWith("+");
    if (!international && !/^[78][3489]/u.test(digits)) continue;
    if (TOLL_FREE.test(digits) || looksLikeDate(match[0])) continue;
    if (!international && precededBy(text, match.index, OTHER_NUMBER, 24)) continue;
    const lead = /^[( ]*/u.exec(match[0])?.[0].length ?? 0;
    spans.push(phone(text, match.index + (match[0].includes(")") ? 0 : lead), match.index + match[0].length));
  }
  for (const match of text.matchAll(FOREIGN)) spans.push(phone(text, match.index, match.index + match[0].length));
  for (const match of text.matchAll(MOBILE)) {
    if (looksLikeDate(match[0]) || precededBy(text, match.index, OTHER_NUMBER, 24)) continue;
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
  return spans;
}
