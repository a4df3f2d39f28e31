import { type Span } from "../span.ts";
import { followedBy, precededBy } from "./keyword.ts";

const MONTH = "(?:январ[яь]|феврал[яь]|марта?|апрел[яь]|ма[яй]|июн[яь]|июл[яь]|августа?|сентябр[яь]|октябр[яь]|ноябр[яь]|декабр[яь])";
const DATE = new RegExp(String.raw`(?<![\d.,:/-])(?:[0-3]?\d[./ -]{1,2}[01]?\d[./ -]{1,2}(?:(?:19|20)\d{2}|\d{2})|(?:19|20)\d{2}[.-][01]\d[.-][0-3]\d|[0-3]?\d(?:-?го)? ${MONTH} (?:(?:19|20)\d{2}|\d{2}))(?!\d|[.,:/-]\d)`, "giu");
const YEAR = /(?<![\d.,:/-])(?:19[1-9]\d|20[0-2]\d)(?=[ -]{0,2}(?:г(?:\.|ода?|\.? ?р)[ .]{0,2}(?:р(?:\.|ожд\p{L}{0,5})|рожден\p{L}{1,2})|г\.?р\.?(?!\p{L}|айон)|года? рожд))/giu;
const BORN_BEFORE = /(?<!\p{L})(?:дат\p{L}{1,2} рожд\p{L}{0,5}|год\p{L}{0,2} рождени\p{L}{1,2}|рожд(?:\.|ени\p{L}{1,2}|(?!\p{L}))|родил\p{L}{2,4}|д\.? ?р\.?(?!\p{L})|г\. ?р\.(?!\p{L})|день рождения|born)[^\d\n]{0,16}$/iu;
const BORN_AFTER = /^[ ,(-]{0,3}(?:г(?:\.|ода?)?[ ,]{0,2})?(?:г\.? ?р(?:\.|ожд|(?!\p{L}))|р\. ?(?=[,.;)\n ]|$)|рожд(?:\.|ени)|родил)/iu;

/**
 * Dates of birth: by the words «г. р.», «рождения», «родился», or beside a name.
 * @param names spans of names found in the same text, sorted
 */
export function findBirthDates(text: string, names: readonly Span[]): Span[] {
  const spans: Span[] = [];
  if (!/\d{2}/u.test(text)) return spans;
  for (const match of text.matchAll(DATE)) {
    const end = match.index + match[0].length;
    if (precededBy(text, match.index, BORN_BEFORE, 40) || followedBy(text, end, BORN_AFTER, 20)) {
      spans.push({ start: match.index, end, class: "birthDate", tier: "confirmed" });
    } else if (isBesideName(text, match.index, match[0], names)) {
      spans.push({ start: match.index, end, class: "birthDate", tier: "confirmed" });
    }
  }
  for (const match of text.matchAll(YEAR)) spans.push({ start: match.index, end: match.index + match[0].length, class: "birthDate", tier: "confirmed" });
  for (const match of text.matchAll(/(?<!\p{L})(?:год(?:а|у|ом)? рождени\p{L}{1,2}|г\. ?р\.|родил\p{L}{2,4} в)[ :–-]{0,3}((?:19[1-9]\d|20[0-2]\d))(?!\d|[./-]\d)/giu)) {
    const end = match.index + match[0].length;
    spans.push({ start: end - 4, end, class: "birthDate", tier: "confirmed" });
  }
  return spans;
}

/** «Иванов Иван Иванович, 05.06.1980»: a date right after a full name, of a year in which a grown person or a child was born. */
function isBesideName(text: string, start: number, date: string, names: readonly Span[]): boolean {
  if (!/(?:19[2-9]\d|20[01]\d)/u.test(date)) return false;
  let low = 0;
  let high = names.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((names[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  const name = names[low - 1];
  if (!name || name.tier !== "confirmed" || start - name.end > 6) return false;
  return /^[ ,(:;-]{1,6}$/u.test(text.slice(name.end, start)) && text.slice(name.start, name.end).trim().includes(" ");
}
