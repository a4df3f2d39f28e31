import { belongsTo } from "../model/events/belonging.ts";
import type { Dimension, Facts } from "../model/facts.ts";
import { hasPage } from "../model/subjectsOfFacts.ts";
import type { Use } from "../model/use.ts";
import type { Telling } from "../words/telling.ts";
import { weekWords } from "../words/weekWords.ts";
import type { TableCell } from "./tableCell.ts";

/** What is known to have come of the figures of an agency, or of a topic and those below it. */
export function usesOf(
  { uses = [], vocabulary }: Pick<Facts, "uses" | "vocabulary">,
  dimension: Dimension,
  code: string,
): Use[] {
  if (dimension === "agency") return uses.filter(({ agencies }) => agencies.includes(code));
  if (dimension !== "topic") return [];
  const isOwn = belongsTo("topic", code, vocabulary);
  return uses.filter(({ topics }) => topics.some((topic) => isOwn({ agency: null, topic, place: null })));
}

/** All uses as rows of a table: when, who, what, about what, what came of it. */
export function useRows({ facts, voice, names }: Telling): TableCell[][] {
  const { w } = weekWords(voice);
  return (facts.uses ?? []).map(({ date, who, title, link, agencies, topics, result }) => [
    voice.date(date),
    { text: who, asWritten: true },
    { text: title || w("uses.untitled"), href: link, asWritten: title !== "" },
    [
      ...agencies.filter((code) => hasPage(facts, "agency", code)).map((code) => names.agencyShort(code)),
      ...topics.filter((code) => hasPage(facts, "topic", code)).map((code) => names.topic(code)),
    ].join(", ") || w("uses.about.all"),
    result ? { text: result, asWritten: true } : w("uses.result.unknown"),
  ]);
}
