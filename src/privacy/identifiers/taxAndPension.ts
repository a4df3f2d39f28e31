import { isPersonInnValid, isSnilsValid } from "../checksums.ts";
import type { Span } from "../span.ts";
import { digitsOf, followedBy, precededBy } from "./keyword.ts";

const SNILS = /(?:(?<![\d.,+/=-])|(?<=СНИЛС ?[-=]))\d{3}[ .-]{0,3}\d{3}[ .-]{0,3}\d{3}[ .-]{0,3}\d{2}(?!\d|[.,-]\d)/gu;
/** The form printed on the certificate: 112-233-445 95. */
const SNILS_FORM = /^\d{3} ?- ?\d{3} ?- ?\d{3}[ -]{1,3}\d{2}$/u;
const SNILS_WORD =
  /(?:СНИЛС\p{L}{0,2}|страхов\p{L}{2,4} (?:номер\p{L}{0,2}|свидетельств\p{L}{1,2})|пенсионн\p{L}{2,4} (?:номер\p{L}{0,2}|свидетельств\p{L}{1,2}|страховани\p{L}{1,2}))[^\d\n]{0,24}$/iu;
const INN =
  /(?:(?<![\d.,+/=-])|(?<=ИНН ?[-=]))\d{12}(?!\d|[.,-]\d)|(?<![\d.,+/=-]|\d )(?:\d{4}([ -])\d{4}\1\d{4}|\d{3}([ -])\d{3}\2\d{3}\2\d{3}|\d{2}([ -])\d{2}\3\d{6}\3\d{2}|\d{2}(?:[ -]\d{2}){5})(?![ -]?\d|[.,]\d)/gu;
const INN_WORD = /(?:ИНН|INN)(?!\p{L})[^\d\n]{0,24}$/iu;

/** SNILS: by the keyword, by its printed form, or by the checksum. A failed checksum after the keyword is a typo. */
export function findSnils(text: string): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(SNILS)) {
    const end = match.index + match[0].length;
    const digits = digitsOf(match[0]);
    const valid = isSnilsValid(digits);
    const keyword =
      precededBy(text, match.index, SNILS_WORD, 60) ||
      followedBy(text, end, /^[ (-]{0,3}(?:- ?)?(?:это )?(?:мой )?СНИЛС/iu, 18);
    // Zeros in front pass the checksum by rule and are rather a counter than a certificate; 89… and 79… are phones.
    const byChecksum = valid && !digits.startsWith("00") && !/^[78][3489]\d{9}$/u.test(match[0]);
    if (keyword || SNILS_FORM.test(match[0]) || byChecksum)
      spans.push({ start: match.index, end, class: "snils", tier: "confirmed", checksumValid: valid });
  }
  return spans;
}

/** The INN of a person (12 digits). The ten digits of an organisation's INN are public and stay. */
export function findPersonInn(text: string): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(INN)) {
    const end = match.index + match[0].length;
    const valid = isPersonInnValid(digitsOf(match[0]));
    const keyword = precededBy(text, match.index, INN_WORD, 40) || followedBy(text, end, /^[ (-]{0,3}ИНН/iu, 8);
    if (valid || keyword)
      spans.push({ start: match.index, end, class: "inn", tier: "confirmed", checksumValid: valid });
  }
  return spans;
}
