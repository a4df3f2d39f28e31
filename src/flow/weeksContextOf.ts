import { type IntakeReport } from "../intake/intakeReport.ts";
import { type WeeksContext } from "../measure/rising/weeksContext.ts";
import { dayOfIsoDate } from "../model/moment.ts";
import { type Portal } from "../model/portal.ts";
import { type Vocabulary } from "../model/vocabulary.ts";

/** A source of which no export has come for so long has ended: weeks are whole without it. */
const endedAfterDays = 31;

/** What the measures of weeks must know of a portal: which weeks may be whole, and what of them may be told. */
export function weeksContextOf(
  { minimum, privacy }: Pick<Portal, "minimum" | "privacy">,
  { editions, completeness }: Pick<IntakeReport, "editions" | "completeness">,
  { topics }: Pick<Vocabulary, "topics">,
): WeeksContext {
  const newest = dayOfIsoDate(editions.at(-1)!);
  const before = editions.at(-2);
  const living = completeness
    .map(({ exported }) => dayOfIsoDate(exported))
    .filter((day) => newest - day <= endedAfterDays);
  const shown = Math.max(minimum.shown, privacy.smallestGroup);
  return {
    exportDay: Math.min(newest, ...living),
    editionBefore: before === undefined ? null : dayOfIsoDate(before),
    shown,
    shownSensitive: Math.max(shown, privacy.smallestSensitiveGroup),
    sensitiveTopics: topics.filter(({ sensitive }) => sensitive).map(({ code }) => code),
  };
}
