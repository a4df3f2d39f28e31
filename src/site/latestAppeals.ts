import { belongsTo } from "../model/events/belonging.ts";
import type { Outcome } from "../model/outcome.ts";
import type { ListedAppeal } from "../edition/listedAppeal.ts";
import type { Telling } from "../words/telling.ts";

/** An appeal in a short list. */
export interface AppealLine {
  id: string;
  date: string;
  topic: string;
  place: string | null;
  outcome: Outcome;
  outcomeName: string;
  /** The beginning of the text, cut at a word; null where it is not published. */
  excerpt: string | null;
}

const listed = 5;

/** The newest appeals of a subject. Topics and places take in those of what is below them. */
export function latestAppeals(
  { facts, voice, names }: Telling,
  appeals: readonly ListedAppeal[],
  dimension: "agency" | "topic" | "place",
  code: string,
): AppealLine[] {
  const isOwn = belongsTo(dimension, code, facts.vocabulary);
  const lines: AppealLine[] = [];
  for (const appeal of appeals) {
    if (!isOwn(appeal)) continue;
    lines.push({
      id: appeal.id,
      date: appeal.datesToWeek
        ? voice.t("appeal.week", { date: voice.shortDate(appeal.received) })
        : voice.shortDate(appeal.received),
      topic: names.topic(appeal.topic ?? ""),
      place: appeal.place === null ? null : names.place(appeal.place),
      outcome: appeal.outcome,
      outcomeName: names.outcome(appeal.outcome),
      excerpt: appeal.excerpt,
    });
    if (lines.length === listed) break;
  }
  return lines;
}
