import type { Voice } from "./language.ts";
import { weekWords } from "./weekWords.ts";

/** «19–25 октября 2026 года», «28 сентября — 4 октября 2026 года», «28 декабря 2026 года — 3 января 2027 года». @param from ISO dates, the first no later than the second */
export function daySpan(from: string, to: string, { date, language }: Pick<Voice, "date" | "language">): string {
  const last = date(to);
  if (from === to) return last;
  const dash = language === "ru" ? "\u00a0— " : " – ";
  if (from.slice(0, 4) !== to.slice(0, 4)) return date(from) + dash + last;
  const [day = "", month = ""] = date(from).split("\u00a0");
  return from.slice(0, 7) === to.slice(0, 7) ? `${day}–${last}` : `${day}\u00a0${month}${dash}${last}`;
}

/** «с 5 по 15 ноября 2026 года», «со 2 ноября по 6 декабря 2026 года»: what the last day says of month and year the first does not say again. */
export function fromTo(
  from: string,
  to: string,
  voice: Pick<Voice, "date" | "language" | "integer" | "bound">,
): string {
  const { w } = weekWords(voice);
  const dayMonthYear = voice.date(from).split("\u00a0");
  const [day = ""] = dayMonthYear;
  const told =
    from.slice(0, 4) !== to.slice(0, 4)
      ? dayMonthYear
      : dayMonthYear.slice(0, from.slice(0, 7) !== to.slice(0, 7) ? 2 : 1);
  // «Со второго»: no other day begins with two consonants after «с».
  return w(day === "2" ? "span.second" : "span", { from: told.join("\u00a0"), to: voice.date(to) });
}
