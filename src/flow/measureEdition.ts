import { measureAll } from "../measure/measure.ts";
import { type AppealColumns } from "../model/columns.ts";
import { type StoredFacts } from "../model/facts.ts";
import { dayOfIsoDate } from "../model/moment.ts";
import { type Vocabulary } from "../model/vocabulary.ts";
import { assembleFacts } from "../edition/assembleFacts.ts";
import { detectionUnder } from "../privacy/cleaningRules.ts";
import { withToldAliases } from "../privacy/toldAliases.ts";
import { type Settings } from "../settings/readSettings.ts";
import { type AppealStore } from "../store/appealStore.ts";
import { calendarFacts } from "./calendarFacts.ts";
import { asToldSources } from "./countedFiles.ts";
import { type UsableInput } from "./judgeInput.ts";
import { type Passed } from "./passGate.ts";
import { closedOnlyOf } from "./pastFigures.ts";
import { takenBackFrom } from "./takenBackAppeals.ts";

/** What the facts of an edition are made of. */
export interface MeasuredInput {
  settings: Settings;
  store: AppealStore;
  input: UsableInput;
  passed: Passed;
  /** The vocabulary without personal data. */
  vocabulary: Vocabulary;
  columns: AppealColumns;
}

/** Measures the appeals that have passed the gate. */
export async function measureEdition({
  settings,
  store,
  input,
  passed,
  vocabulary,
  columns,
}: MeasuredInput): Promise<StoredFacts> {
  const { portal } = settings;
  const { intake, merged, survey, weekly } = input;
  const newest = intake.editions.at(-1)!;
  const sources =
    weekly.length === 0 ? intake.completeness : asToldSources(intake, merged.waiting, await store.toldSpans(weekly));
  const { subjects, periods, comparisons, definitions } = measureAll(columns, {
    topics: vocabulary.topics.map(({ code, parent }) => ({ code, parent })),
    places: vocabulary.places.map(({ code, parent }) => ({ code, parent })),
    minimumShown: portal.minimum.shown,
    norms: portal.norms,
    minimumCompared: portal.minimum.compared,
    exportDay: dayOfIsoDate(newest),
    closedOnly: closedOnlyOf(intake, columns),
  });
  return assembleFacts({
    portal,
    editions: intake.editions,
    files: input.files,
    findings: input.findings,
    sources,
    withdrawn: merged.withdrawn,
    published: passed.report.passed,
    gate: passed.report,
    vocabulary: withToldAliases(vocabulary, detectionUnder(passed.rules)),
    subjects,
    periods,
    comparisons,
    definitions,
    calendar: calendarFacts(settings, passed.calendarYears, newest),
    privacy: passed.privacy,
    takedowns: [...survey.down]
      .map(([id, { takedown }]) => ({ ...takedown, id }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    takenBack: portal.appeals === "full" ? await takenBackFrom(settings, store, survey) : [],
    translations: settings.translations,
    help: settings.help,
  });
}
