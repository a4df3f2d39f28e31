import { mkdir, rm } from "node:fs/promises";
import type { PublicAppeal } from "../model/appeal.ts";
import type { AppealColumns, ReplyColumns } from "../model/columns.ts";
import type { StoredFacts } from "../model/facts.ts";
import type { Vocabulary } from "../model/vocabulary.ts";
import { writeReplyGroups } from "../edition/writeReplyGroups.ts";
import {
  appealsWriter,
  writeFacts,
  writeCrossings,
  writeReviews,
  writeReplies,
  writeReplyRules,
} from "../edition/writeEdition.ts";
import { noGroups, type PublishedGroups } from "../edition/publishedGroups.ts";
import { readAppeals } from "../edition/readEdition.ts";
import { writeEditions } from "../edition/writeEditions.ts";
import type { Settings } from "../settings/readSettings.ts";
import { AppealStore } from "../store/appealStore.ts";
import { columnsBuilder } from "../measure/columns/columnsBuilder.ts";
import type { InputReport } from "../report/renderReport.ts";
import type { AppealLayout } from "./appealLayout.ts";
import { judgeInput, type UsableInput } from "./judgeInput.ts";
import { replyMarker } from "./markReplies.ts";
import { measureEdition } from "./measureEdition.ts";
import { observationsOf, type ObservationRules } from "./observations.ts";
import { passGate, type Judge, type Passed } from "./passGate.ts";
import { openPortalGate } from "./portalGate.ts";
import { noPastMemory, type PastMemory } from "./pastMemory.ts";
import type { Progress } from "./progress.ts";
import type { FiguresPublished, Recalled } from "./recalled.ts";
import { groupsOfEdition, noRepeated, type ReadReplies } from "./readReplies.ts";
import { recallEditions } from "./recallEditions.ts";
import { noEditionMemory, type OpenEditionMemory } from "./rememberedEditions.ts";
import { type MarkVersion, openRememberedMarks } from "./rememberedMarks.ts";
import { requireKnownClasses } from "./requireKnownClasses.ts";
import type { WorkOfShards } from "./shards/openShards.ts";
import { withRisingTexts } from "./risingTexts.ts";
import { weeksContextOf } from "./weeksContextOf.ts";

/** How an edition is prepared. */
export interface Preparation {
  settings: Settings;
  /** Folder for what the gate has not seen; removed at the end, whatever happens. */
  workDir: string;
  /** Folder to write the edition to; null only checks the input. */
  editionDir: string | null;
  progress: Progress;
  /** Called as soon as the input has been judged, before anything can stop because of it. */
  onReport?: (report: InputReport) => void;
  /** What the detectors made of texts in the build before; left out: nothing is remembered. */
  cacheFile?: string | null;
  /** Where is kept what replies contain, and what decides it beside them; left out: nothing is remembered. */
  marks?: { file: string; version: MarkVersion } | null;
  /** What the shards of this build worked out; left out: it has none. */
  shards?: WorkOfShards | null;
  /** What was read of exports in builds before; left out: every export is read. */
  editionMemory?: OpenEditionMemory;
  /** What was worked out of past editions in builds before; left out: nothing is remembered. */
  pastMemory?: PastMemory;
  /** Figures of past editions as the site that is replaced has them; left out: it has none. */
  published?: FiguresPublished;
  /** How the site that is replaced lays out the pages of its appeals; left out: it says nothing. */
  layoutBefore?: AppealLayout | null;
  /** Groups of repeated replies of the site that is replaced, whose addresses stay; left out: it has none. */
  repliesBefore?: () => Promise<PublishedGroups>;
  /** Called when the facts and the appeals are written, while past editions are yet to be recalled. */
  onFacts?: (facts: StoredFacts) => void;
  /** Left out: doubtful finds that nobody has judged stop the run where the portal wants them judged. */
  judge?: Judge;
}

/**
 * The flow's first half, in order: intake → store → privacy gate → measures → edition folder.
 *
 * @throws BuildStop where the input cannot be published
 */
export async function prepareEdition(
  preparation: Preparation,
): Promise<{ facts: StoredFacts; passed: Passed; takedownsRemembered: number }> {
  const {
    settings,
    workDir,
    editionDir,
    progress,
    onReport = () => {},
    editionMemory: openMemory = noEditionMemory,
  } = preparation;
  requireKnownClasses(settings.portal);
  const store = await AppealStore.open(workDir);
  try {
    const input = await judgeInput(settings, store, progress, onReport, openMemory(store, workDir));
    if (editionDir !== null) await mkdir(editionDir, { recursive: true });
    const observed: ObservationRules = {
      timeZone: settings.portal.timeZone,
      sources: settings.sources,
      lastEvents: await store.lastEvents(input.sensitive),
    };
    const { passed, vocabulary, columns, replyColumns } = await passAppeals(preparation, store, input, observed);
    const repeated = await repeatedIn(preparation, replyColumns);
    const { facts, reviews, crossings, replies } = await progress.stage("measures", async (say) => {
      const measured = await measureEdition({
        settings,
        store,
        input,
        passed,
        vocabulary,
        columns,
        repeated,
        layoutBefore: preparation.layoutBefore ?? null,
      });
      say({ subjects: measured.facts.subjects.length });
      const { weeks } = measured.facts;
      if (editionDir === null || settings.portal.appeals !== "full" || weeks === undefined) return measured;
      const { shown } = weeksContextOf(settings.portal, input.intake, vocabulary);
      return {
        ...measured,
        facts: { ...measured.facts, weeks: withRisingTexts(weeks, measured.facts, readAppeals(editionDir), shown) },
      };
    });
    if (editionDir !== null) {
      await writeReplies(editionDir, replies);
      await writeReplyRules(editionDir, settings.replyRules);
      await writeFacts(editionDir, facts);
      await writeReviews(editionDir, reviews);
      await writeCrossings(editionDir, crossings);
      preparation.onFacts?.(facts);
      const { published = () => Promise.resolve(null), pastMemory = noPastMemory } = preparation;
      await recall(
        {
          settings,
          intake: input.intake,
          files: input.files,
          vocabulary,
          store,
          columns,
          rules: passed.past,
          observed,
          down: input.survey.down,
          memory: pastMemory,
          published,
          editionDir,
        },
        progress,
      );
    }
    return { facts, passed, takedownsRemembered: input.takedowns.remembered };
  } finally {
    store.close();
    await rm(workDir, { recursive: true, force: true });
  }
}

/** Lets the appeals through the gate: into the columns that are measured all of them, into the edition those that are published. */
async function passAppeals(
  { settings, editionDir, progress, cacheFile = null, marks = null, shards = null, judge }: Preparation,
  store: AppealStore,
  { intake, merged, survey }: UsableInput,
  observed: ObservationRules,
): Promise<{ passed: Passed; vocabulary: Vocabulary; columns: AppealColumns; replyColumns: ReplyColumns }> {
  const portalGate = await openPortalGate({
    settings,
    survey,
    extended: intake.vocabulary,
    cacheFile,
    shards: shards?.texts ?? null,
    turn: intake.editions.length,
  });
  const { vocabulary } = portalGate;
  const sorted = (entries: readonly { code: string }[]) => entries.map((entry) => entry.code).sort();
  const codes = {
    agencies: sorted(vocabulary.agencies),
    topics: sorted(vocabulary.topics),
    places: sorted(vocabulary.places),
  };
  const { add, columns } = columnsBuilder(merged.remaining, codes, observationsOf(intake, observed));
  const writer = editionDir !== null && settings.portal.appeals === "full" ? appealsWriter(editionDir) : null;
  const destinations = { count: add, publish: async (appeals: readonly PublicAppeal[]) => writer?.write(appeals) };
  const memory = marks === null ? null : await openRememberedMarks(marks.file, marks.version, shards?.marks ?? null);
  const replies = replyMarker(settings.replyRules, merged.remaining, survey.common, memory);
  const passed = await passGate({ settings, portalGate, store, survey, destinations, replies, progress, judge });
  await writer?.close();
  const keepTexts = async (): Promise<void> => {
    await passed.keepTexts();
    await memory?.keep();
  };
  return { passed: { ...passed, keepTexts }, vocabulary, columns, replyColumns: replies.columns() };
}

/** Finds the replies that repeat; none where the input is only checked. */
async function repeatedIn(
  { settings: { portal }, editionDir, progress, repliesBefore = () => Promise.resolve(noGroups) }: Preparation,
  columns: ReplyColumns,
): Promise<ReadReplies> {
  if (editionDir === null || portal.appeals !== "full") return { columns, repeated: noRepeated, earlier: noGroups };
  return progress.stage("replies", async (say) => {
    const earlier = await repliesBefore();
    const repeated = groupsOfEdition(editionDir, columns, portal.minimum.shown, earlier);
    const { groups } = repeated;
    await writeReplyGroups(editionDir, groups);
    say({ groups: groups.length, repeating: groups.reduce((sum, { appeals }) => sum + appeals.length, 0) });
    return { columns, repeated, earlier };
  });
}

/** Recalls the editions before, and writes down what became of all of them. */
async function recall(recalled: Omit<Recalled, "onChanges">, progress: Progress): Promise<void> {
  const {
    settings: { portal },
    intake: { editions },
    editionDir,
  } = recalled;
  await progress.stage("editions", async (say) => {
    let changes = 0;
    const told = await recallEditions({
      ...recalled,
      onChanges: (more) => say({ editions: editions.length, changes: (changes += more) }),
    });
    await writeEditions(editionDir, portal.address, portal.appeals === "full", told, portal.language);
    say({ editions: editions.length, changes });
  });
}
