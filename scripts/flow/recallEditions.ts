import { createHash } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type IntakeReport } from "../../src/intake/readExports.ts";
import { closedOnlyChannels } from "../../src/measure/closedOnly.ts";
import { changesBetween, type EditionState } from "../../src/measure/editions/changesBetween.ts";
import { ChangeTally } from "../../src/measure/editions/changeTally.ts";
import { ReasonTally, revisionsOf } from "../../src/measure/editions/revisions.ts";
import { rememberedFiguresOf } from "../../src/measure/editions/rememberedFigures.ts";
import { measureAgencies } from "../../src/measure/measure.ts";
import { type Appeal } from "../../src/model/appeal.ts";
import { type Change } from "../../src/model/change.ts";
import { type Channel } from "../../src/model/channel.ts";
import { type AppealColumns, none } from "../../src/model/columns.ts";
import { type EditionFigure, type PastEdition, type RecalledEdition, type Revision } from "../../src/model/editions.ts";
import { type FileCounts } from "../../src/model/facts.ts";
import { dayOfIsoDate } from "../../src/model/moment.ts";
import { type Vocabulary } from "../../src/model/vocabulary.ts";
import { datesToWeek, type GroupPlan } from "../../src/privacy/groupPlan.ts";
import { publicIds } from "../../src/privacy/openGate.ts";
import { changesFile } from "../../src/publish/edition/editionFiles.ts";
import { linesWriter } from "../../src/publish/edition/linesWriter.ts";
import { type Settings } from "../../src/settings/readSettings.ts";
import { type AppealStore } from "../../src/store/appealStore.ts";
import { columnsBuilder, type Observation, observedStates } from "../../src/store/columnsBuilder.ts";
import { type PastEditions, type StatePair } from "../../src/store/pastEditions.ts";
import { observationsAt, type ObservationRules } from "./observations.ts";
import { type PastRules } from "./passGate.ts";

export interface Recalled {
  settings: Settings;
  intake: IntakeReport;
  /** The files of the exports with what is published of their rows. */
  files: readonly FileCounts[];
  /** The vocabulary without personal data. */
  vocabulary: Vocabulary;
  store: AppealStore;
  /** The appeals of the newest edition. */
  columns: AppealColumns;
  rules: PastRules;
  observed: ObservationRules;
  /** By public id: appeals that are not published. */
  down: ReadonlyMap<string, unknown>;
  /** What an edition's figures were when it was published, where the site that is replaced still has them. */
  published: (date: string, inputs: string) => Promise<EditionFigure[] | null>;
}

/**
 * Recalls every edition from the exports up to it: its figures, what it changed against the one before, and which of its
 * figures are others by now. Writes the changes of single appeals into the edition folder.
 * Time grows with appeals × editions; memory is that of two sets of columns.
 *
 * @param onChanges told of every appeal that changed between two editions
 */
export async function recallEditions(recalled: Recalled, editionDir: string, onChanges: (more: number) => void): Promise<RecalledEdition[]> {
  const { settings, intake, store, columns: columnsNow, down, published } = recalled;
  const deliveries = intake.files.filter(({ source }) => source !== "" && !intake.deltas.includes(source)).map(({ source, edition }) => ({ source, edition }));
  const past = await store.pastEditions(deliveries);
  const publicId = publicIds(settings.portal, settings.idKey);
  if (down.size > 0) await past.leaveOut((source, id) => down.has(publicId(source, id)));
  const newest = intake.editions.at(-1)!;
  const planNow = await planAt(newest, recalled, past);
  const closedOnlyNow = closedOnlyOf(intake, columnsNow);

  const editions: RecalledEdition[] = [];
  let before: { date: string; plan: GroupPlan } | null = null;
  for (const date of intake.editions) {
    const plan = date === newest ? planNow : await planAt(date, recalled, past);
    const counts = await past.count(date);
    const columns = date === newest ? columnsNow : await columnsAt(date, counts.appeals, recalled, past, plan);
    const then = figuresOf(columns, date, closedOnlyOf(intake, columns), settings.portal.minimum.shown);
    const tally = new ChangeTally();
    const observations = observationsAt(date, intake, recalled.observed);
    if (before !== null) {
      const isListed = settings.portal.appeals === "full";
      const path = join(editionDir, changesFile(date));
      await mkdir(dirname(path), { recursive: true });
      const writer = isListed ? linesWriter<Change>(path) : null;
      for await (const pairs of past.changed(before.date, date)) {
        const told = publicPairs(pairs, before.plan, plan, recalled.rules, observations);
        for (const { changes } of told) tally.add(changes);
        await writer?.write(told.flatMap(({ changes }) => changes).filter(({ id }) => !down.has(id)).map(asListed));
        onChanges(told.length);
      }
      await writer?.close();
    }
    let revisions: Revision[] = [];
    const inputs = inputsOf(date, recalled.files);
    const was = date === newest ? null : await published(date, inputs);
    if (date !== newest) {
      const { figures: now } = figuresOf(columnsNow, date, closedOnlyNow, settings.portal.minimum.shown);
      const reasons = new ReasonTally();
      const [from, to] = [dayOfIsoDate(then.period.from), dayOfIsoDate(then.period.to)];
      const isInside = (appeal: Appeal | null) => appeal !== null && recalled.rules.toldDay(appeal) >= from && recalled.rules.toldDay(appeal) <= to;
      for await (const pairs of past.changed(date, newest)) {
        const inside = pairs.filter((pair) => isInside(pair.before) || isInside(pair.after));
        publicPairs(inside, plan, planNow, recalled.rules, observations).forEach(({ changes, agencies }, index) => {
          const { before: was, after: is } = inside[index]!;
          reasons.add(changes, agencies, was !== null && isInside(was) !== isInside(is));
        });
      }
      revisions = revisionsOf(was ?? then.figures, now, reasons, then.figures);
    }
    editions.push({
      date,
      before: before?.date ?? null,
      ...counts,
      absent: absentIn(date, intake),
      inputs,
      period: then.period,
      figures: was ?? then.figures,
      ...tally.result(),
      revisions,
    });
    before = { date, plan };
  }
  return editions;
}

/** What small groups there were at an edition, and what was to be done with them. */
async function planAt(date: string, { settings: { portal }, rules }: Recalled, past: PastEditions): Promise<GroupPlan> {
  if (rules.sensitive.size === 0 && portal.privacy.smallestGroup === 1) return rules.planOf([]);
  return rules.planOf(await past.groups(date));
}

async function columnsAt(date: string, appeals: number, { intake, vocabulary, rules, observed }: Recalled, past: PastEditions, plan: GroupPlan): Promise<AppealColumns> {
  const agencies = vocabulary.agencies.map(({ code }) => code).sort();
  const builder = columnsBuilder(appeals, { agencies, topics: [], places: [] }, observationsAt(date, intake, observed));
  const gate = rules.openGate(false);
  for await (const group of past.appeals(date)) for (const appeal of group) builder.add(plan.coarsened(rules.asTold(gate.pass(appeal))), appeal.edition);
  return builder.columns;
}

/** The figures of the twelve months that an edition is about, of whatever appeals. */
function figuresOf(columns: AppealColumns, date: string, closedOnly: readonly Channel[], minimumShown: number): Pick<PastEdition, "figures" | "period"> {
  const nowhere = new Uint16Array(columns.length).fill(none);
  const narrow = { ...columns, topic: nowhere, place: nowhere, lists: { ...columns.lists, topics: [], places: [] } };
  const { subjects, year } = measureAgencies(narrow, { topics: [], minimumShown, exportDay: dayOfIsoDate(date), closedOnly });
  return { figures: rememberedFiguresOf(subjects), period: year };
}

function closedOnlyOf(intake: IntakeReport, columns: AppealColumns): Channel[] {
  return [...intake.completeness.filter((source) => source.closedOnly).flatMap((source) => source.channels), ...closedOnlyChannels(columns)];
}

/** Tells whether two builds recall an edition from the same exports. */
function inputsOf(date: string, files: readonly FileCounts[]): string {
  const read = files.filter(({ edition }) => edition <= date).map(({ edition, file, read: rows }) => [edition, file, rows]);
  return createHash("sha256").update(JSON.stringify(read)).digest("hex");
}

/** Sources known by then that brought nothing in this edition. */
function absentIn(date: string, { files }: IntakeReport): string[] {
  const known = new Set(files.filter(({ edition, source }) => edition < date && source !== "").map(({ source }) => source));
  for (const { edition, source } of files) if (edition === date) known.delete(source);
  return [...known].sort();
}

/**
 * What became of appeals, told by their public forms in the two editions.
 *
 * @param observations which events each source recorded by the later one
 */
function publicPairs(pairs: readonly StatePair[], planBefore: GroupPlan, planAfter: GroupPlan, rules: PastRules, observations: ReadonlyMap<string, Observation>): { changes: Change[]; agencies: (string | null)[] }[] {
  const gate = rules.openGate(true);
  const formOf = (appeal: Appeal, plan: GroupPlan) => {
    const exact = rules.asTold(gate.pass(appeal));
    const told = plan.coarsened(exact);
    return { told, coarse: told.place !== exact.place || told.agency !== exact.agency };
  };
  return pairs.map(({ before, after, wasThere, isThere }) => {
    const was = before === null ? null : formOf(before, planBefore);
    const is = formOf(after, planAfter);
    const isWeekly = [was?.told.topic, is.told.topic].some((topic) => typeof topic === "string" && rules.sensitive.has(topic));
    const state = ({ told, coarse }: ReturnType<typeof formOf>, { withdrawn }: Appeal, there: boolean): EditionState => ({ appeal: isWeekly && !told.datesToWeek ? datesToWeek(told, []) : told, withdrawn, there, coarse });
    const now = state(is, after, isThere);
    const changes = changesBetween(was && before ? state(was, before, wasThere) : null, { ...now, appeal: { ...now.appeal, ...observedStates(now.appeal, observations.get(after.source)!, after.edition) } });
    return { changes, agencies: [was?.told.agency ?? null, after.withdrawn ? null : is.told.agency] };
  });
}

/** A withdrawn appeal is listed by its id and nothing else. */
function asListed(change: Change): Change {
  const { id, kind, channel, field, before, after, datesToWeek } = change;
  return kind === "withdrawn" ? { id, kind, agency: null, channel, field, before, after, ...(datesToWeek && { datesToWeek }) } : change;
}
