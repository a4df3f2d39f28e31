import { measureAll, type MeasureContext, type MeasuredAppeals } from "../measure/measure.ts";
import { findShifts } from "../measure/shifts/findShifts.ts";
import type { AppealColumns } from "../model/columns.ts";
import type { Crossings } from "../model/crossings.ts";
import type { SourceCompleteness, StoredFacts } from "../model/facts.ts";
import type { Reviews } from "../model/reviews.ts";
import { dayOfIsoDate } from "../model/moment.ts";
import type { Replies } from "../model/replies.ts";
import type { Vocabulary } from "../model/vocabulary.ts";
import { assembleFacts } from "../edition/assembleFacts.ts";
import { detectionUnder } from "../privacy/cleaningRules.ts";
import { withToldAliases } from "../privacy/toldAliases.ts";
import { markQualities } from "../replies/marks/markQuality.ts";
import type { Settings } from "../settings/readSettings.ts";
import type { AppealStore } from "../store/appealStore.ts";
import { appealBundles, type AppealLayout } from "./appealLayout.ts";
import { calendarFacts } from "./calendarFacts.ts";
import { asToldSources } from "./countedFiles.ts";
import type { UsableInput } from "./judgeInput.ts";
import { mapContextOf, mapFacts } from "./mapOfRegion.ts";
import type { Passed } from "./passGate.ts";
import { closedOnlyOf } from "./pastFigures.ts";
import { assembleReplies, type ReadReplies } from "./readReplies.ts";
import { takenBackFrom } from "./takenBackAppeals.ts";
import { weeksContextOf } from "./weeksContextOf.ts";

/** What the facts of an edition are made of. */
export interface MeasuredInput {
  settings: Settings;
  store: AppealStore;
  input: UsableInput;
  passed: Passed;
  /** The vocabulary without personal data. */
  vocabulary: Vocabulary;
  columns: AppealColumns;
  repeated: ReadReplies;
  /** How the site before lays out the pages of its appeals; null where there is none, or it says nothing. */
  layoutBefore: AppealLayout | null;
}

/** Measures the appeals that have passed the gate, and what their replies contain, and fills the forms of reviews. */
export async function measureEdition({
  settings,
  store,
  input,
  passed,
  vocabulary,
  columns,
  repeated,
  layoutBefore,
}: MeasuredInput): Promise<{ facts: StoredFacts; reviews: Reviews; crossings: Crossings; replies: Replies }> {
  const { portal } = settings;
  const { intake, merged, survey, weekly } = input;
  const newest = intake.editions.at(-1)!;
  const sources =
    weekly.length === 0 ? intake.completeness : asToldSources(intake, merged.waiting, await store.toldSpans(weekly));
  const weeks = weeksContextOf(portal, intake, vocabulary);
  const context: MeasureContext = {
    topics: vocabulary.topics.map(({ code, parent }) => ({ code, parent })),
    places: vocabulary.places.map(({ code, parent }) => ({ code, parent })),
    minimumShown: portal.minimum.shown,
    norms: portal.norms,
    minimumCompared: portal.minimum.compared,
    exportDay: dayOfIsoDate(newest),
    closedOnly: closedOnlyOf(intake, columns),
    map: mapContextOf(input.map, weeks),
    weeks,
    crossings: {
      ...portal.crossings,
      shown: Math.max(weeks.shown, weeks.shownSensitive),
      sensitiveTopics: weeks.sensitiveTopics,
      houses: portal.privacy.addresses === "house",
    },
  };
  const marks = markQualities(settings.replyRules);
  const measured = measureAll(columns, context, {
    reviewForms: settings.reviewForms,
    replies: { columns: repeated.columns, marks },
  });
  const { subjects, periods, comparisons, definitions, reviews } = measured;
  const taken = passed.privacy.takenDown + (passed.privacy.alikeTakenDown ?? 0);
  const facts = assembleFacts({
    portal,
    bundles: appealBundles(portal, passed.report.passed - taken, layoutBefore),
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
    statements: input.statements.statements,
    map: mapFacts(input.map, measured.mapFigures),
    weeks: measured.weeks,
    shifts: shiftsOf(measured.shifts, sources, portal.minimum.compared),
    uses: input.uses.uses,
    calendar: calendarFacts(settings, passed.calendarYears, newest),
    privacy: passed.privacy,
    takedowns: [...survey.down]
      .map(([id, { takedown }]) => ({ ...takedown, id }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    takenBack: portal.appeals === "full" ? await takenBackFrom(settings, store, survey) : [],
    translations: settings.translations,
    help: settings.help,
  });
  const { crossings } = measured;
  return { facts, reviews, crossings, replies: assembleReplies(portal, marks, measured.replies, repeated) };
}

/**
 * What moved since the same months a year before. A year of which months are missing is not to be compared with another:
 * channels whose exports lack months of either are left out.
 */
function shiftsOf(
  shifts: MeasuredAppeals["shifts"],
  sources: readonly SourceCompleteness[],
  compared: number,
): StoredFacts["shifts"] {
  if (shifts === null) return undefined;
  const { days, cells } = shifts;
  const lacking = (from: string, to: string): SourceCompleteness[] =>
    sources.filter(({ collapsedMonths }) =>
      collapsedMonths.some((month) => month >= from.slice(0, 7) && month <= to.slice(0, 7)),
    );
  const broken = new Set(
    [...lacking(days.beforeFrom, days.beforeTo), ...lacking(days.from, days.to)].flatMap(({ channels }) => channels),
  );
  const found = findShifts(
    cells.filter(({ channel }) => !broken.has(channel)),
    compared,
  );
  return found.looked.length === 0 ? undefined : { ...days, ...found };
}
