import type { IntakeReport } from "../intake/intakeReport.ts";
import type { WeeksContext } from "../measure/rising/weeksContext.ts";
import { hasEnded } from "../model/endedSource.ts";
import { dayOfIsoDate } from "../model/moment.ts";
import type { Portal } from "../model/portal.ts";
import type { Vocabulary } from "../model/vocabulary.ts";

/** What the measures of weeks must know of a portal: which weeks may be whole, and what of them may be told. */
export function weeksContextOf(
  { minimum, privacy }: Pick<Portal, "minimum" | "privacy">,
  { editions, completeness }: Pick<IntakeReport, "editions" | "completeness">,
  { topics, places }: Pick<Vocabulary, "topics" | "places">,
): WeeksContext {
  const newest = editions.at(-1)!;
  const before = editions.at(-2);
  const living = completeness.filter(({ exported }) => !hasEnded(exported, newest));
  const shown = Math.max(minimum.shown, privacy.smallestGroup);
  return {
    exportDay: Math.min(...[newest, ...living.map(({ exported }) => exported)].map(dayOfIsoDate)),
    editionBefore: before === undefined ? null : dayOfIsoDate(before),
    shown,
    shownSensitive: Math.max(shown, privacy.smallestSensitiveGroup),
    populations: populationsOf(places),
    sensitiveTopics: topics.filter(({ sensitive }) => sensitive).map(({ code }) => code),
  };
}

/** Residents by place; those of the region where every place that lies in no other has them. */
function populationsOf(places: Vocabulary["places"]): Map<string, number> {
  const known = new Map(places.flatMap(({ code, population }) => (population ? [[code, population] as const] : [])));
  const top = places.filter(({ parent }) => parent === null);
  if (top.length > 0 && top.every(({ code }) => known.has(code)))
    known.set(
      "",
      top.reduce((sum, { code }) => sum + known.get(code)!, 0),
    );
  return known;
}
