import type { Span } from "../span.ts";
import { followedBy, precededBy } from "./keyword.ts";

const MONTH =
  "(?:январ[яь]|феврал[яь]|марта?|апрел[яь]|ма[яй]|июн[яь]|июл[яь]|августа?|сентябр[яь]|октябр[яь]|ноябр[яь]|декабр[яь])";
const DATE = new RegExp(
  String.raw`(?<![\d.,:-]|\d\/)(?:[0-3]?\d[./ -]{1,2}[01]?\d[./ -]{1,2}(?:(?:19|20)\d{2}|\d{2})|(?:19|20)\d{2}[.-][01]\d[.-][0-3]\d|[0-3]?\d(?:-?го)? ${MONTH} (?:(?:19|20)\d{2}|\d{2}))(?!\d|[.,:/-]\d)`,
  "giu",
);
const YEAR =
  /(?<![\d.,:/-])(?:19[1-9]\d|20[0-2]\d|\d{2}(?= ?г\.? ?р\.?(?!\p{L})| ?г\/р|(?:-?го)? года? рожд))(?=[ -]{0,2}(?:го )?(?:г\/р|г(?:\.|ода?|\.? ?р)[ .]{0,2}(?:р(?:\.|ожд\p{L}{0,5})|рожден\p{L}{1,2})|г\.?р\.?(?!\p{L}|айон)|года? рожд|-?го года рожд))/giu;
const BORN_BEFORE =
  /(?<!\p{L})(?:дат\p{L}{1,2} рожд\p{L}{0,5}|год\p{L}{0,2} рождени\p{L}{1,2}|рожд(?:\.|ени\p{L}{1,2}|[её]н\p{L}?|(?!\p{L}))|род\.|родил\p{L}{2,4}|появи\p{L}{2,4} на свет|д[./]? ?р\.?(?!\p{L})|г\. ?р\.(?!\p{L})|день рождения|born)[^\d\n]{0,16}$/iu;
const BORN_AFTER =
  /^[ ,(-]{0,3}(?:г(?:\.|ода?)?[ ,]{0,2})?(?:исполн|г[./]? ?р(?:\.|ожд|(?!\p{L}))|р\. ?(?=[,.;)\n ]|$)|рожд(?:\.|ени)|родил)/iu;

/** «11.11.2021 09:15»: a stamp of a forum or a message. */
const STAMP = /^(?: ?г\.?)?,? {0,2}(?:в )?\d{1,2}[:.]\d{2}(?!\d)/u;
/** «дети: Вероника 12.03.11»: a child's first name and a date. */
const KIN =
  "(?:дет(?:и|ей|ям|ьми)|сын\\p{L}{0,3}|доч(?:ь|ери|ка|ку|ке|ки|ерью)|реб[её]н\\p{L}{1,4}|внук\\p{L}{0,3}|внуч\\p{L}{2,3}|мальчик\\p{L}{0,2}|девочк\\p{L}{1,2}|малыш\\p{L}{0,3}|подопечн\\p{L}{2,3}|муж\\p{L}{0,3}|жен[аыуе]|мат(?:ь|ери)|мам[аыуе]|отец|отца|пап[аыуе]|бабушк\\p{L}{1,2}|дедушк\\p{L}{1,2})";
const AFTER_KIN = new RegExp(String.raw`(?<!\p{L})${KIN}(?!\p{L})[^.!?\n\d]{0,40}$`, "iu");
const YEAR_OF_KIN = new RegExp(
  String.raw`(?<!\p{L})${KIN}(?!\p{L})([^.!?\n\d]{0,50}?)[ ,(]((?:19[3-9]\d|20[0-2]\d))(?= ?(?:г(?:\.|ода?)?(?!\p{L})|[),]))`,
  "giu",
);
/** A name, written or masked, and marks: «сын Пётр, 2015 года»; «дети ждут места с 2021 года» tells of waiting. */
const ONLY_A_NAME = /^(?:[ ,:(–-]|\p{Lu}\p{L}+|\[[^\]\n]{1,30}\])*$/u;
/** Under a signature stands the day on which it was written. */
const SIGNED = /(?:уважением|подпись|признательностью|благодарностью|отправлено|дата)[^\n]{0,30}\n?[^\n]{0,60}$/iu;

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
    } else if (STAMP.test(text.slice(end, end + 12))) {
      continue;
    } else if (
      AFTER_KIN.test(text.slice(Math.max(0, match.index - 60), match.index)) &&
      /\p{Lu}\p{L}+[ ,(–-]{1,4}$|\][ ,(–-]{1,4}$/u.test(text.slice(Math.max(0, match.index - 24), match.index))
    ) {
      spans.push({ start: match.index, end, class: "birthDate", tier: "confirmed" });
    } else if (isBesideName(text, match.index, match[0], names)) {
      spans.push({ start: match.index, end, class: "birthDate", tier: "confirmed" });
    }
  }
  for (const match of text.matchAll(YEAR))
    spans.push({ start: match.index, end: match.index + match[0].length, class: "birthDate", tier: "confirmed" });
  for (const match of text.matchAll(
    /(?<!\p{L})(?:год(?:а|у|ом)? рождени\p{L}{1,2}|г\. ?р\.|урож(?:\.|ен\p{L}{1,5})(?: [^\d\n.!?]{1,30})?|родил\p{L}{2,4} [^\d\n.!?]{1,40}?)[ :–-]{0,3}((?:19[1-9]\d|20[0-2]\d))(?!\d|[./-]\d)/giu,
  )) {
    const end = match.index + match[0].length;
    spans.push({ start: end - 4, end, class: "birthDate", tier: "confirmed" });
  }
  if (/[ ,(](?:19|20)\d{2} ?[г),]/u.test(text))
    for (const match of text.matchAll(YEAR_OF_KIN)) {
      if (!ONLY_A_NAME.test(match[1] ?? "")) continue;
      const end = match.index + match[0].length;
      spans.push({ start: end - (match[2] ?? "").length, end, class: "birthDate", tier: "confirmed" });
    }
  return spans;
}

/** «Иванов Иван Иванович, 05.06.1980»: a date right after a full name, of a year in which a grown person or a child was born. */
function isBesideName(text: string, start: number, date: string, names: readonly Span[]): boolean {
  const year = yearOf(date);
  if (year === undefined || year < 1920 || year > 2019) return false;
  let low = 0;
  let high = names.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((names[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  const name = names[low - 1];
  if (!name || name.tier !== "confirmed" || start - name.end > 6) return false;
  const between = text.slice(name.end, start);
  if (!/^[ ,(:;\n/|-]{1,6}$/u.test(between)) return false;
  const full = text.slice(name.start, name.end).trim();
  if (!full.includes(" ") && !full.startsWith("[")) return false;
  // A date in the line below is as likely the day of writing: only one too old for that is a birth.
  return between.includes("\n") || SIGNED.test(text.slice(Math.max(0, name.start - 80), name.start))
    ? year <= 2005
    : true;
}

/** The year of a date as written; two digits are of the last century unless they are of the first years of this one. */
function yearOf(date: string): number | undefined {
  const four = /(?:19|20)\d{2}/u.exec(date);
  if (four) return Number(four[0]);
  const two = /(\d{2})$/u.exec(date);
  if (!two) return undefined;
  const short = Number(two[1]);
  return short <= 15 ? 2000 + short : short >= 30 ? 1900 + short : undefined;
}
