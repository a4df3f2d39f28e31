import { isLuhnValid, isPersonInnValid, isSnilsValid } from "../checksums.ts";
import { type Span } from "../span.ts";
import { digitsOf, followedBy, precededBy } from "./keyword.ts";

const SNILS = /(?<![\d.,-])\d{3}([ .-]?)\d{3}[ .-]?\d{3}[ .-]{0,2}\d{2}(?![\d]|[.,-]\d)/gu;
const SNILS_FORM = /^\d{3}([ -])\d{3}[ -]\d{3}[ -]{0,2}\d{2}$/u;
const SNILS_WORD = /(?:СНИЛС\p{L}{0,2}|страхов\p{L}{2,4} (?:номер\p{L}{0,2}|свидетельств\p{L}{1,2})|пенсионн\p{L}{2,4} (?:номер\p{L}{0,2}|свидетельств\p{L}{1,2}))[^\d\n]{0,24}$/iu;
const INN = /(?<![\d.,-])\d{4}[ -]?\d{4}[ -]?\d{4}(?![\d]|[.,-]\d)|(?<![\d.,-])\d{2} ?\d{2} ?\d{6} ?\d{2}(?!\d)/gu;
const INN_WORD = /(?:ИНН|INN)(?![\p{L}])[^\d\n]{0,24}$/iu;

/** SNILS and the INN of a person. A failed checksum after the keyword is a typo and is found, too. */
export function findDocuments(text: string): Span[] {
  const spans: Span[] = [];
  if (!/\d{2}/u.test(text)) return spans;
  for (const match of text.matchAll(SNILS)) {
    const digits = digitsOf(match[0]);
    const valid = isSnilsValid(digits);
    const keyword = precededBy(text, match.index, SNILS_WORD, 60) || followedBy(text, match.index + match[0].length, /^[ (-]{0,3}СНИЛС/iu, 12);
    if (keyword || SNILS_FORM.test(match[0]) || (valid && !/^0{6}/u.test(digits))) spans.push({ start: match.index, end: match.index + match[0].length, class: "snils", tier: "confirmed", checksumValid: valid });
  }
  for (const match of text.matchAll(INN)) {
    const digits = digitsOf(match[0]);
    const valid = isPersonInnValid(digits);
    if (valid || precededBy(text, match.index, INN_WORD, 40)) spans.push({ start: match.index, end: match.index + match[0].length, class: "inn", tier: "confirmed", checksumValid: valid });
  }
  for (const match of text.matchAll(/(?<![\d.,-])\d{4}[ -]?\d{4}[ -]?\d{4}[ -]?\d{4}(?![\d])/gu)) {
    const digits = digitsOf(match[0]);
    const issuer = /^(?:220[0-4]|4|5[1-5]|2(?:22[1-9]|2[3-9]|[3-6]|7[01]|720)|62)/u.test(digits);
    if (issuer && isLuhnValid(digits)) spans.push({ start: match.index, end: match.index + match[0].length, class: "card", tier: "confirmed", checksumValid: true });
  }
  return spans;
}
