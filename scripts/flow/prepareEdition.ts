import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readExports, type IntakeReport } from "../../src/intake/readExports.ts";
import { closedOnlyChannels } from "../../src/measure/closedOnly.ts";
import { measureAll } from "../../src/measure/measure.ts";
import { BuildStop } from "../../src/model/buildStop.ts";
import { type CalendarFacts, factsSchema, type Facts, type FileCounts } from "../../src/model/facts.ts";
import { concernsWholeFile, type Finding } from "../../src/model/finding.ts";
import { dayOfIsoDate, isoDateOfDay } from "../../src/model/moment.ts";
import { isInWorkingTime } from "../../src/model/norm.ts";
import { workingCalendar } from "../../src/model/workingCalendar.ts";
import { type TakenBack } from "../../src/model/takedown.ts";
import { type Vocabulary } from "../../src/model/vocabulary.ts";
import { broadAllowances } from "../../src/privacy/broadAllowances.ts";
import { namesPerson } from "../../src/privacy/fileNames.ts";
import { cleaningRules, detectionUnder } from "../../src/privacy/cleaningRules.ts";
import { unlistedSensitive } from "../../src/privacy/unlistedSensitive.ts";
import { NO_PLACE_NAMES, withPortalNames } from "../../src/privacy/placeNames.ts";
import { publicIds } from "../../src/privacy/openGate.ts";
import { type PublicAppeal } from "../../src/model/appeal.ts";
import { assembleFacts } from "../../src/publish/edition/assembleFacts.ts";
import { appealsFile, factsFile } from "../../src/publish/edition/editionFiles.ts";
import { linesWriter } from "../../src/publish/edition/linesWriter.ts";
import { writeEditions } from "../../src/publish/editions/writeEditions.ts";
import { type Settings } from "../../src/settings/readSettings.ts";
import { AppealStore, type DifferingCopies, type MergeCount, type ReusedNumbers } from "../../src/store/appealStore.ts";
import { columnsBuilder } from "../../src/store/columnsBuilder.ts";
import { type RowsThatWait } from "../../src/store/rowsThatWait.ts";
import { knownTakedowns, type KnownTakedowns } from "./knownTakedowns.ts";
import { observationsOf, type ObservationRules } from "./observations.ts";
import { passGate, type Passed } from "./passGate.ts";
import { personsInLabels, stopOnPersons } from "./personsInLabels.ts";
import { type Progress } from "./progress.ts";
import { recallEditions, type Recalled } from "./recallEditions.ts";
import { requireKnownClasses } from "./requireKnownClasses.ts";
import { surveyAppeals, type Survey } from "./surveyAppeals.ts";
import { whereWordsAreListed } from "./whereWordsAreListed.ts";

/** What the stages up to the gate have to say about the input. */
export interface InputReport {
  files: FileCounts[];
  findings: Finding[];
}

/**
 * The flow's first half, in order: intake → store → privacy gate → measures → edition folder.
 *
 * @param workDir folder for what the gate has not seen; removed at the end, whatever happens
 * @param editionDir folder to write the edition to; null only checks the input
 * @param onReport called as soon as the input has been judged, before anything can stop because of it
 * @param cacheFile what the detectors made of texts in the build before; null: nothing is remembered
 * @param previous figures of past editions as the site that is replaced has them
 * @param judge gets the doubtful finds that nobody has judged; left out: they stop the run where the portal wants them judged
 * @param onFacts called when the facts and the appeals are written, while past editions are yet to be recalled
 * @throws BuildStop where the input cannot be published
 */
export async function prepareEdition(
  settings: Settings,
  workDir: string,
  editionDir: string | null,
  progress: Progress,
  onReport: (report: Pick<InputReport, "files" | "findings">) => void,
  cacheFile: string | null = null,
  previous: Recalled["published"] = () => Promise.resolve(null),
  onFacts: (facts: Facts) => void = () => {},
  judge: Parameters<typeof passGate>[7] = undefined,
): Promise<{ facts: Facts; passed: Passed; takedownsRemembered: number }> {
  requireKnownClasses(settings.portal);
  const store = await AppealStore.open(workDir);
  try {
    const intake = await progress.stage("intake", async (say) => {
      let rows = 0;
      return readExports({ exportsDir: settings.exportsDir, portal: settings.portal, sources: settings.sources, vocabulary: settings.vocabulary }, async (appeals) => {
        rows += appeals.length;
        say({ rows });
        await store.append(appeals);
      });
    });
    stopOnNamedFiles(settings, intake);
    const sensitive = intake.vocabulary.topics.filter((topic) => topic.sensitive).map(({ code }) => code).sort();
    // Figures alone tell no appeal's week.
    const weekly = settings.portal.appeals === "full" ? sensitive : [];
    const merged = await progress.stage("merge", async (say) => {
      const result = await store.merge(intake.regroupedTopics, weekly, intake.deltas);
      say({ appeals: result.remaining, withdrawn: result.withdrawn });
      return result;
    });
    const files = fileCounts(intake, merged.counts, merged.waiting);
    const takedowns = await knownTakedowns(settings, store);
    const survey = await progress.stage("survey", () => surveyOf(settings, intake.vocabulary, store, merged.remaining, takedowns));
    const persons = personsInLabels(settings, intake.vocabulary, survey, await store.agencyRows(), intake.editions.at(-1)!);
    const findings = [
      ...whereWordsAreListed(intake.findings, intake.files, settings.sources),
      ...differingCopies(merged.differing),
      ...reusedNumbers(await store.reusedNumbers()),
      ...takedowns.findings,
      ...survey.findings,
      ...unlistedSensitive(settings.vocabulary, intake.vocabulary, cleaningRules(settings.portal, NO_PLACE_NAMES, "")),
      ...notRecorded(settings, intake),
      ...allowedBroadly(settings),
      ...persons.findings,
    ];
    onReport({ files, findings: [...findings, ...takedowns.told, ...waitingRows(merged.waiting, intake.editions.at(-1)!)] });
    stopOnUnusableFiles(findings);
    if (merged.remaining === 0) throw new BuildStop("NO_APPEALS");
    await stopOnPersons(persons, settings, files);

    const { portal } = settings;
    if (editionDir) await mkdir(editionDir, { recursive: true });
    const writer = editionDir && portal.appeals === "full" ? linesWriter<PublicAppeal>(join(editionDir, appealsFile)) : null;
    const observed: ObservationRules = { timeZone: portal.timeZone, sources: settings.sources, lastEvents: await store.lastEvents(sensitive) };
    let vocabulary = intake.vocabulary;
    let builder: ReturnType<typeof columnsBuilder> | null = null;
    const passed = await passGate(settings, cacheFile, store, survey, intake.vocabulary, progress, (cleaned) => {
      const sorted = (entries: { code: string }[]) => entries.map((entry) => entry.code).sort();
      const codes = { agencies: sorted(cleaned.agencies), topics: sorted(cleaned.topics), places: sorted(cleaned.places) };
      const columns = columnsBuilder(merged.remaining, codes, observationsOf(intake, observed));
      vocabulary = cleaned;
      builder = columns;
      return { count: columns.add, publish: async (appeals) => writer?.write(appeals) };
    }, judge, intake.editions.length);
    await writer?.close();
    const { columns } = builder!;
    const sources = weekly.length === 0 ? intake.completeness : asToldSources(intake, merged.waiting, await store.toldSpans(weekly));

    const facts = await progress.stage("measures", async (say) => {
      const { subjects, periods, comparisons, definitions } = measureAll(columns, {
        topics: vocabulary.topics.map(({ code, parent }) => ({ code, parent })),
        places: vocabulary.places.map(({ code, parent }) => ({ code, parent })),
        minimumShown: portal.minimum.shown,
        norms: portal.norms,
        minimumCompared: portal.minimum.compared,
        exportDay: dayOfIsoDate(intake.editions.at(-1)!),
        closedOnly: [...intake.completeness.filter((source) => source.closedOnly).flatMap((source) => source.channels), ...closedOnlyChannels(columns)],
      });
      say({ subjects: subjects.length });
      return assembleFacts({
        portal,
        editions: intake.editions,
        files,
        findings,
        sources,
        withdrawn: merged.withdrawn,
        published: passed.report.passed,
        gate: passed.report,
        vocabulary,
        subjects,
        periods,
        comparisons,
        definitions,
        calendar: calendarFacts(settings, passed.calendarYears, intake.editions.at(-1)!),
        privacy: passed.privacy,
        takedowns: [...survey.down].map(([id, { takedown }]) => ({ ...takedown, id })).sort((a, b) => (a.id < b.id ? -1 : 1)),
        takenBack: portal.appeals === "full" ? await takenBackFrom(settings, store, survey) : [],
        translations: settings.translations,
      });
    });
    if (editionDir) {
      await writeFile(join(editionDir, factsFile), JSON.stringify(factsSchema.parse(facts)));
      onFacts(facts);
      await progress.stage("editions", async (say) => {
        let changes = 0;
        const recalled = { settings, intake, files, vocabulary, store, columns, rules: passed.past, observed, down: survey.down, published: previous };
        const editions = await recallEditions(recalled, editionDir, (more) => say({ editions: intake.editions.length, changes: (changes += more) }));
        await writeEditions(editionDir, portal.address, portal.appeals === "full", editions);
        say({ editions: intake.editions.length, changes });
      });
    }
    return { facts, passed, takedownsRemembered: takedowns.remembered };
  } finally {
    store.close();
    await rm(workDir, { recursive: true, force: true });
  }
}

/** What norms in working time rest on. Dates of receipt in years to come are mistakes, and say nothing of the calendar. */
function calendarFacts({ portal, calendar }: Settings, years: readonly number[], exported: string): CalendarFacts | null {
  if (!portal.norms.some(isInWorkingTime)) return null;
  const working = workingCalendar(calendar, portal.calendar);
  const basis = (year: number) => [...new Set(calendar.filter(({ date }) => Number(date.slice(0, 4)) === year).map((row) => row.basis))];
  const until = Number(exported.slice(0, 4)) + 1;
  return {
    workingHours: portal.workingHours,
    years: years.filter((year) => year <= until).map((year) => ({ year, provisional: working.isProvisional(year), basis: basis(year) })),
  };
}

/** Nothing has to be known beforehand where neither texts nor small groups are to be looked after. */
async function surveyOf({ portal, idKey, vocabulary }: Settings, extended: Vocabulary, store: AppealStore, appeals: number, takedowns: KnownTakedowns): Promise<Survey> {
  const isFull = portal.appeals === "full";
  if (appeals === 0 || (!isFull && !extended.topics.some((topic) => topic.sensitive))) return { placeNames: NO_PLACE_NAMES, groups: [], down: takedowns.down, quoting: new Set(), findings: [] };
  const survey = await surveyAppeals(store, takedowns, publicIds(portal, idKey), isFull);
  const names = [...vocabulary.places, ...vocabulary.agencies].flatMap(({ name, aliases }) => [name, ...aliases]);
  return { ...survey, placeNames: withPortalNames(survey.placeNames, names) };
}

/** Appeals with an address of their own that their source withdrew; a takedown says more of the same. */
async function takenBackFrom({ portal, idKey }: Settings, store: AppealStore, { down }: Survey): Promise<TakenBack[]> {
  const publicId = publicIds(portal, idKey);
  const takenBack = (await store.takenBack()).map(({ source, id, edition }) => ({ id: publicId(source, id), date: edition }));
  return takenBack.filter(({ id }) => !down.has(id)).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Said beside the description that lacks it; a preset has none. */
function notRecorded({ sources }: Settings, { lacking }: IntakeReport): Finding[] {
  const place = (name: string): string => (sources.some((source) => source.name === name) ? `sources/${name}.yaml` : name);
  return Object.entries(lacking).flatMap(([name, fields]) => fields.map((column): Finding => ({ code: "NOT_RECORDED", file: place(name), column })));
}

/** What residents' data would stay by, without anybody having meant it. */
function allowedBroadly({ portal }: Settings): Finding[] {
  if (portal.appeals !== "full") return [];
  return broadAllowances(portal.privacy.allow).map(({ list, count }) => ({ code: "ALLOWED_BROADLY", file: "portal.yaml", column: `privacy.allow.${list}`, count }));
}

/** Which of the rows with one number is used is decided by a rule; that they differ has to be said. */
function differingCopies(differing: readonly DifferingCopies[]): Finding[] {
  return differing.map(({ edition, file, count }) => ({ code: "COPIES_DIFFER", file: file === null ? edition : `${edition}/${file}`, count }));
}

/** Merged by such numbers, an appeal would lose its address to another one. */
function reusedNumbers(reused: readonly ReusedNumbers[]): Finding[] {
  return reused.map(({ edition, file, line, count }) => ({ code: "NUMBERS_BEGIN_AGAIN", file: `${edition}/${file}`, line, column: "id", count }));
}

/** How many they are is for the person who builds: published, the number would tell readers what the edition withholds. */
function waitingRows(waiting: readonly RowsThatWait[], newest: string): Finding[] {
  return waiting.filter(({ edition, waiting }) => edition === newest && waiting > 0).map(({ edition, file, waiting }): Finding => ({ code: "WEEK_NOT_OVER", file: `${edition}/${file}`, count: waiting }));
}

/** rows read = accepted + merged + rejected, per file; a row whose week was not over is read with the export after it. */
function fileCounts(intake: IntakeReport, merged: readonly MergeCount[], waiting: readonly RowsThatWait[]): FileCounts[] {
  return intake.files.map((file) => {
    const isSame = (other: { edition: string; file: string }) => other.edition === file.edition && other.file === file.file;
    const counts = merged.find(isSame);
    const moved = waiting.find(isSame);
    return {
      edition: file.edition,
      file: file.file,
      source: file.source,
      read: file.read - (moved?.waiting ?? 0) + (moved?.arrived ?? 0),
      accepted: counts?.accepted ?? 0,
      merged: counts?.merged ?? 0,
      rejected: file.rejected,
    };
  });
}

/** What is said of the sources, without the rows that wait and the days that are told to the week. */
function asToldSources({ completeness, deltas, files }: IntakeReport, waiting: readonly RowsThatWait[], spans: readonly { source: string; first: number; last: number }[]): IntakeReport["completeness"] {
  return completeness.map((source) => {
    const span = spans.find((other) => other.source === source.source);
    const own = waiting.filter(({ edition, file }) => (deltas.includes(source.source) || edition === source.exported) && files.some((known) => known.source === source.source && known.edition === edition && known.file === file));
    return {
      ...source,
      rows: own.reduce((rows, { waiting, arrived }) => rows - waiting + arrived, source.rows),
      closed: own.reduce((closed, waits) => closed - waits.closed, source.closed),
      ...(span && { from: isoDateOfDay(span.first), to: isoDateOfDay(span.last) }),
    };
  });
}

/** Before anything is told: reports and the site name files as they are called. The stop names the edition alone. */
function stopOnNamedFiles({ portal }: Settings, { files }: IntakeReport): void {
  const detection = detectionUnder(cleaningRules(portal, NO_PLACE_NAMES, ""));
  const named = files.filter(({ file }) => namesPerson(file, detection));
  if (named.length > 0) throw new BuildStop("FILE_NAMES_PERSON", [...new Set(named.map(({ edition }) => edition))].map((edition) => ({ file: `exports/${edition}` })), { count: named.length });
}

/** A file that cannot be used at all stops everything: a portal without it would be false without saying so. */
function stopOnUnusableFiles(findings: readonly Finding[]): void {
  const unusable = findings.filter(concernsWholeFile);
  if (unusable.length > 0) {
    throw new BuildStop(
      "EXPORT_UNUSABLE",
      unusable.map(({ file }) => ({ file: `exports/${file}` })),
      { count: unusable.length },
    );
  }
}
