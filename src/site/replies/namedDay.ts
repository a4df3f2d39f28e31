const day = 86_400_000;
/** A day longer before is another year's, or none that the statement is about. */
const mostBack = 120;

/**
 * The one day that a statement names («отключён 12 октября»), which counts more for its reader than the day it is dated: looked for among
 * the days before that date.
 *
 * @param text the statement's words
 * @param dated ISO date of the statement
 * @param language the language of the statement
 * @returns an ISO date before `dated`; null where the statement names none, or several
 */
export function namedDay(text: string, dated: string, language: string): string | null {
  const format = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, {
    day: "numeric",
    month: "long",
    timeZone: "UTC",
  });
  const words = text.toLowerCase().replaceAll(/[\s\u00a0]+/gu, " ");
  /** Where a day is written as a word of its own, the place behind it; null elsewhere. */
  const endOf = (date: Date): number | null => {
    const written = format.format(date).toLowerCase();
    const at = words.indexOf(written);
    return at < 0 || /\d/u.test(words.charAt(at - 1)) ? null : at + written.length;
  };
  const before = Array.from({ length: 366 }, (_, back) => new Date(Date.parse(dated) - (back + 1) * day));
  const [named, ...others] = before.filter((date) => endOf(date) !== null);
  if (named === undefined || others.length > 0) return null;
  const year = /^ (\d{4})/u.exec(words.slice(endOf(named)!))?.[1] ?? String(named.getUTCFullYear());
  const isRecent = Number(year) === named.getUTCFullYear() && Date.parse(dated) - named.getTime() <= mostBack * day;
  return isRecent ? named.toISOString().slice(0, 10) : null;
}
