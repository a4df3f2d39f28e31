import { type Voice } from "./language.ts";

/** «19–25 октября 2026», «28 сентября — 4 октября 2026», «28 декабря 2026 — 3 января 2027». @param from ISO dates, the first no later than the second */
export function daySpan(from: string, to: string, { date, language }: Pick<Voice, "date" | "language">): string {
  const last = date(to);
  if (from === to) return last;
  const dash = language === "ru" ? "\u00a0— " : " – ";
  if (from.slice(0, 4) !== to.slice(0, 4)) return date(from) + dash + last;
  const [day = "", ...monthAndYear] = date(from).split("\u00a0");
  return from.slice(0, 7) === to.slice(0, 7)
    ? `${day}–${last}`
    : [day, ...monthAndYear.slice(0, -1)].join("\u00a0") + dash + last;
}

/** The first and the last day of a span for «с … по …»: the year of the first is left out where it is that of the last. */
export function fromAndTo(from: string, to: string, { date }: Pick<Voice, "date">): { from: string; to: string } {
  const isOneYear = from.slice(0, 4) === to.slice(0, 4);
  return { from: isOneYear ? date(from).split("\u00a0").slice(0, -1).join("\u00a0") : date(from), to: date(to) };
}
