import { isLuhnValid } from "../checksums.ts";
import type { Span } from "../span.ts";
import { digitsOf, precededBy } from "./keyword.ts";

const CARD =
  /(?<![\d.,:-])\d{4}(?:[ .-]{0,2}\d{4}){3}(?: ?\d{1,3})?(?![\d:]|[.,-]\d)|(?<![\d.,:-])\d{4}(?:[ -]{0,2}\d{4}){2}[ -]{0,2}\d{1,3}(?![\d:]|[ .,-]{1,2}\d)|(?<![\d.,:-])\d{4}[ -]\d{6}[ -]\d{5}(?!\d)/gu;
/** Issuers whose cards are met in Russia: Mir 2200–2204, Visa 4, Mastercard 51–55 and 2221–2720, UnionPay 62, Maestro 50, 56–58, 63, 67. */
const ISSUER = /^(?:220[0-4]|4|5[0-8]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720|6[237])/u;
const CARD_WORD =
  /(?:карт\p{L}{0,4}|card|сбер\p{L}{0,6}|тинькоф\p{L}{0,2}|мир|visa|виза|mastercard|мастеркард|перевод\p{L}{0,3}|переве\p{L}{1,4})[^\d\n]{0,24}$/iu;
/** Twenty digits; 408 17, 408 20 and 423, 426 are accounts of persons (chart of accounts of the Bank of Russia). */
const ACCOUNT = /(?<![\d.,:-])\d(?:[ .-]?\d){19}(?![\d:])/gu;
const PERSON_ACCOUNT = /^(?:408(?:0[23]|1[0-7]|20)|42[36]|455|457|474)/u;
/** The account of a flat at the utilities leads to its owner. */
const UTILITY_ACCOUNT =
  /(?<!\p{L})(?:лиц(?:ев\p{L}{1,3}|\.)? ?(?:сч[её]т\p{L}{0,3}|сч\.?)|л\/с(?:ч[её]т)?|л\. ?с\.|ЛС(?= ?[№\d:])|лицев(?:ой|ого|ому|ом))(?!\p{L})[ :№NnЛлLl#–.\-/]{0,10}(?:номер\p{L}{0,2}[ :№]{0,3})?(\d(?:[ \-/]?\d){3,19})(?!\d)/giu;

/** Bank cards, accounts of persons, personal accounts at the utilities. */
export function findBankNumbers(text: string): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(CARD)) {
    const digits = digitsOf(match[0]);
    const valid = isLuhnValid(digits);
    const keyword = precededBy(text, match.index, CARD_WORD, 50);
    const grouped = /^\d{4}([ .-]{1,2})\d{4}\1\d{4}\1\d{4}$/u.test(match[0]);
    const issuer = ISSUER.test(digits);
    const span = {
      start: match.index,
      end: match.index + match[0].length,
      class: "card",
      checksumValid: valid,
    } as const;
    if ((issuer && valid && digits.length >= 15) || (keyword && (issuer || grouped)))
      spans.push({ ...span, tier: "confirmed" });
    else if (issuer && grouped) spans.push({ ...span, tier: "doubtful" });
  }
  for (const match of text.matchAll(ACCOUNT)) {
    if (PERSON_ACCOUNT.test(digitsOf(match[0])))
      spans.push({ start: match.index, end: match.index + match[0].length, class: "account", tier: "confirmed" });
  }
  for (const match of text.matchAll(UTILITY_ACCOUNT)) {
    const value = match[1] ?? "";
    const end = match.index + match[0].length;
    if (digitsOf(value).length !== 20 || PERSON_ACCOUNT.test(digitsOf(value)))
      spans.push({ start: end - value.length, end, class: "account", tier: "confirmed" });
  }
  return spans;
}
