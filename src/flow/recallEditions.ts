import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { changesFile } from "../edition/editionFiles.ts";
import type { AppealColumns } from "../model/columns.ts";
import type { RecalledEdition } from "../model/editions.ts";
import type { GroupPlan } from "../privacy/groupPlan.ts";
import { publicIds } from "../privacy/openGate.ts";
import { columnsBuilder } from "../measure/columns/columnsBuilder.ts";
import type { PastEditions } from "../store/pastEditions.ts";
import { absentIn, inputsOf } from "./exportsOfEdition.ts";
import { observationsAt } from "./observations.ts";
import { closedOnlyOf, figuresOf } from "./pastFigures.ts";
import type { EditionAtHand, Recalled } from "./recalled.ts";
import { reviseFigures } from "./reviseFigures.ts";
import { tellChanges, type ToldChanges } from "./tellChanges.ts";

/**
 * Recalls every edition from the exports up to it: its figures, what it changed against the one before, and which of its
 * figures are others by now. Writes the changes of single appeals into the edition folder. What a build before worked out
 * of the same rows under the same code and settings is taken over from it: see pastMemory.ts.
 * Time grows with appeals × editions that are not remembered; memory is that of two sets of columns.
 */
export async function recallEditions(recalled: Recalled): Promise<RecalledEdition[]> {
  const { intake, columns: columnsNow, memory } = recalled;
  const minimumShown = recalled.settings.portal.minimum.shown;
  const past = await pastWithoutTakedowns(recalled);
  const last = intake.editions.at(-1)!;
  const atHand = async (date: string): Promise<EditionAtHand> => ({
    date,
    plan: await planAt(date, recalled, past),
    observations: observationsAt(date, intake, recalled.observed),
  });
  const newest = await atHand(last);
  const closedOnlyNow = closedOnlyOf(intake, columnsNow);
  const marks = await past.marks();

  const editions: RecalledEdition[] = [];
  let before: EditionAtHand | null = null;
  for (const date of intake.editions) {
    const isNewest = date === newest.date;
    const edition = isNewest ? newest : await atHand(date);
    const made = decidedBy(edition, before?.date ?? null, recalled, marks);
    const counts = await past.count(date);
    const recallFigures = async () => {
      const columns = isNewest ? columnsNow : await columnsAt(edition, counts.appeals, recalled, past);
      return figuresOf(columns, date, closedOnlyOf(intake, columns), minimumShown);
    };
    // The newest edition has its figures at hand, and from its own columns.
    const then = isNewest ? await recallFigures() : await memory.recall(`${date}-figures`, made, null, recallFigures);
    const { appeals, ...changes } =
      before === null ? nothingChanged : await changesSince(before, edition, made, recalled, past);
    recalled.onChanges(appeals);
    const inputs = inputsOf(date, recalled.files);
    const was = isNewest ? null : await recalled.published(date, inputs);
    const revise = async () => {
      const { figures: now } = figuresOf(columnsNow, date, closedOnlyNow, minimumShown);
      return reviseFigures(past.changed(date, newest.date), edition, newest, recalled, { was, then, now });
    };
    editions.push({
      date,
      before: before?.date ?? null,
      ...counts,
      absent: absentIn(date, intake),
      inputs,
      period: then.period,
      figures: was ?? then.figures,
      ...changes,
      revisions: isNewest ? [] : await revise(),
    });
    before = edition;
  }
  return editions;
}

const nothingChanged: ToldChanges = { changes: {}, changesByAgency: [], appeals: 0 };

/** What an edition changed against the one before it. */
async function changesSince(
  before: EditionAtHand,
  edition: EditionAtHand,
  made: unknown,
  recalled: Recalled,
  past: PastEditions,
): Promise<ToldChanges> {
  const path =
    recalled.settings.portal.appeals === "full" ? join(recalled.editionDir, changesFile(edition.date)) : null;
  if (path !== null) await mkdir(dirname(path), { recursive: true });
  return recalled.memory.recall(`${edition.date}-changes`, made, path, () =>
    tellChanges(past.changed(before.date, edition.date), before, edition, recalled, path),
  );
}

/** Everything that decides what an edition was, beside code and settings: see pastMemory.ts. */
function decidedBy(
  { date, observations }: EditionAtHand,
  before: string | null,
  { intake, rules, down }: Recalled,
  marks: readonly { edition: string; mark: string }[],
): unknown {
  const known = intake.editions.filter((edition) => edition <= date);
  return {
    date,
    before,
    rows: marks.filter(({ edition }) => edition <= date),
    delivered: intake.files.filter(({ edition }) => edition <= date).map(({ source, edition }) => [source, edition]),
    deltas: intake.deltas,
    closedOnly: intake.completeness.filter((source) => source.closedOnly).flatMap(({ channels }) => channels),
    topics: [...intake.regroupedTopics],
    rules: rules.mark,
    down: [...down.keys()].sort(),
    observations: [...observations].map(([source, { firstReply, closing, until }]) => [
      source,
      firstReply,
      closing,
      known.map(until),
    ]),
  };
}

/** What each edition knew, without the appeals that are not published. */
async function pastWithoutTakedowns({ settings, intake, store, down }: Recalled): Promise<PastEditions> {
  const deliveries = intake.files
    .filter(({ source }) => source !== "" && !intake.deltas.includes(source))
    .map(({ source, edition }) => ({ source, edition }));
  const past = await store.pastEditions(deliveries);
  const publicId = publicIds(settings.portal, settings.idKey);
  if (down.size > 0) await past.leaveOut((source, id) => down.has(publicId(source, id)));
  return past;
}

/** What small groups there were at an edition, and what was to be done with them. */
async function planAt(date: string, { settings: { portal }, rules }: Recalled, past: PastEditions): Promise<GroupPlan> {
  if (rules.sensitive.size === 0 && portal.privacy.smallestGroup === 1) return rules.planOf([]);
  return rules.planOf(await past.groups(date));
}

async function columnsAt(
  { date, plan, observations }: EditionAtHand,
  appeals: number,
  { vocabulary, rules }: Recalled,
  past: PastEditions,
): Promise<AppealColumns> {
  const agencies = vocabulary.agencies.map(({ code }) => code).sort();
  const builder = columnsBuilder(appeals, { agencies, topics: [], places: [] }, observations);
  const gate = rules.openGate(false);
  for await (const group of past.appeals(date))
    for (const appeal of group) builder.add(plan.coarsened(rules.asTold(gate.pass(appeal))), appeal.edition);
  return builder.columns;
}
