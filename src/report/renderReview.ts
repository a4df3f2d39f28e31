import type { Language } from "../model/portal.ts";
import { type ReportKey, reportWords } from "../words/reportStrings.ts";

/** One find to be judged, without what it says. */
export interface ReviewLine {
  /** What the reader would see in its place: «[ФИО]». */
  readonly mask: string;
  readonly file: string;
  readonly line: number;
  readonly column: string;
  /** Number of its first character in the cell, from 1. */
  readonly at: number;
  readonly appeal: string;
  readonly reason: string;
  /** In how many places the same words stand between the same words. */
  readonly places: number;
}

/**
 * The doubtful finds that are worth a look, for a terminal: where each is, what it may be and why that is doubted. No
 * value: it is looked up in the export.
 */
export function renderReview(lines: readonly ReviewLine[], all: number, file: string, language: Language): string {
  const words = reportWords(language);
  if (lines.length === 0) return `${words.say("review.none")}\n`;
  const width = String(lines.length).length;
  return `${[
    words.say("review.head", { shown: words.count("review.finds", lines.length), all: words.number(all) }),
    "",
    ...lines.flatMap((find, index) => [
      `${String(index + 1).padStart(width)}. ${find.file}:${find.line} · ${words.say("review.place", { column: find.column, at: find.at })} · ${words.say("review.appeal", { id: find.appeal })}`,
      `${" ".repeat(width + 2)}${find.mask} — ${words.say(`review.reason.${find.reason}` as ReportKey)}${find.places > 1 ? ` ${words.say("review.more", { places: words.count("review.places", find.places) })}` : ""}`,
    ]),
    "",
    words.say("review.written", { file }),
  ].join("\n")}\n`;
}
