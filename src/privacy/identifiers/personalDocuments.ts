import { isLuhnValid } from "../checksums.ts";
import type { PersonalDataClass } from "../classes.ts";
import type { Span } from "../span.ts";
import { digitsOf } from "./keyword.ts";

/** Words that may stand between the name of a document and its number. */
const BETWEEN = String.raw`(?:[^\d\n]{0,40}|[^\d\n]{0,30}\d{0,2}[^\d\n]{0,12})`;

interface KeywordRule {
  readonly class: PersonalDataClass;
  readonly pattern: RegExp;
}

/** Numbers without a checksum are found only after the name of the document; group 1 is the number. */
const RULES: readonly KeywordRule[] = [
  {
    class: "passport",
    pattern: new RegExp(
      String.raw`(?<!\p{L})(?:загран)?(?:пас{1,2}п(?:орт\p{L}{0,3}|\.|(?!\p{L}))|passport|удостоверени\p{L}{1,2} личности|п\/п)(?!\p{L})[^\d\n]{0,90}?((?:серия\s{0,2})?\d{2}[ -]?\d{2}[ ,.;)-]{0,3}(?:(?:№|N|#|ном(?:ер)?\.?|n)[ :.№]{0,3})?\d{3}[ -]?\d{3}|\d{2}(?:[ -]\d{2}){4})(?!\d)`,
      "giu",
    ),
  },
  {
    class: "passport",
    pattern:
      /(?<!\p{L})(?:паспорт\p{L}{0,3})(?!\p{L})[^\d\n]{0,20}?(\d{6}[ ,;]{0,3}сер(?:ия|ии|\.)[ :№]{0,3}\d{2} ?\d{2})(?!\d)/giu,
  },
  {
    class: "passport",
    pattern: new RegExp(
      String.raw`(?<!\p{L})(?:загран\p{L}{0,12}|паспорт\p{L}{0,3})(?!\p{L})[^\d\n]{0,30}?(\d{2}[ -]{0,2}(?:№|N)? ?\d{7})(?!\d)`,
      "giu",
    ),
  },
  {
    class: "passport",
    pattern:
      /(?<!\p{L})сер(?:ия|ии|\.)[ :№]{0,3}(\d{2} ?\d{2}[ ,.;)-]{0,3}(?:(?:№|N|#|ном(?:ер)?\.?|n)[ :.№]{0,3})?\d{6})(?!\d)/giu,
  },
  {
    class: "passport",
    pattern:
      /(?<!\d)(\d{2} ?\d{2}[ ,]{0,2}(?:№|N|номер)? ?\d{6})(?!\d)[ ,(-]{0,3}(?:-? ?(?:это )?(?:мой )?паспорт|выдан\p{L}{0,2} (?:\d|ОВД|УВД|УФМС|ОУФМС|МВД|ГУ|отдел|паспортн|ТП))/giu,
  },
  {
    class: "passport",
    pattern: /(?<!\p{L})код\p{L}{0,2} подр(?:азделени\p{L}{1,2}|\.)?[ :№-]{0,4}(\d{3} ?- ?\d{3})(?!\d)/giu,
  },
  {
    class: "passport",
    pattern:
      /(?<!\p{L})(?:свидетельств\p{L}{1,2}|св-в[оауе]|свид-в[оауе]|свид\.|св\.) о (?:рожд|смерт|брак|заключ|расторж)(?:\.|\p{L}{0,6})[^\d\n]{0,40}?((?:[IVXLХУIІ1]{1,4} ?-? ?)[А-ЯЁA-Z]{2}[ ,№N-]{0,5}(?:номер )?\d{6})(?!\d)/giu,
  },
  { class: "passport", pattern: /(?<![\p{L}\d])([IVXLХУІ]{1,4} ?- ?[А-ЯЁ]{2} ?(?:№|N) ?\d{6})(?!\d)/gu },
  {
    class: "oms",
    pattern: new RegExp(
      String.raw`(?<!\p{L})(?:полис\p{L}{0,3}|ОМС|ЕНП|медполис\p{L}{0,2}|медицинск\p{L}{2,3} страх\p{L}{0,10})(?!\p{L})${BETWEEN}?(\d(?:[ -]?\d){15}|\d{6}[ №N-]{0,4}\d{6,10})(?!\d)`,
      "giu",
    ),
  },
  {
    class: "licence",
    pattern:
      /(?<!\p{L})(?:водительск\p{L}{2,4}(?: удостоверени\p{L}{1,3}| прав\p{L}{0,2})?|вод\. ?уд\p{L}{0,12}\.?|в\/у|ву|прав[аы]?)(?!\p{L})[^\d\n]{0,30}?(\d{2} ?(?:\d{2}|[А-ЯЁ]{2})[ ,№N-]{0,4}\d{6})(?!\d)/giu,
  },
];

/** What every such number holds. */
const SIX_DIGITS = /\d(?:[ -]{0,3}\d){5}/u;

/** Passports and certificates, insurance policies, driving licences: a number after the name of the document. */
export function findPersonalDocuments(text: string): Span[] {
  if (!SIX_DIGITS.test(text)) return [];
  const spans: Span[] = [];
  for (const rule of RULES) {
    for (const match of text.matchAll(rule.pattern)) {
      const value = match[1] ?? "";
      const start = match.index + match[0].indexOf(value);
      const span: Span = { start, end: start + value.length, class: rule.class, tier: "confirmed" };
      spans.push(rule.class === "oms" ? { ...span, checksumValid: isLuhnValid(digitsOf(value)) } : span);
    }
  }
  return spans;
}
