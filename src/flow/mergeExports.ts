import { join } from "node:path";
import { BuildStop } from "../model/buildStop.ts";
import { cleaningRules, detectionUnder } from "../privacy/cleaningRules.ts";
import { namesPerson } from "../privacy/fileNames.ts";
import { NO_PLACE_NAMES } from "../privacy/placeNames.ts";
import type { EditionMemory } from "../intake/editionMemory.ts";
import type { IntakeReport } from "../intake/intakeReport.ts";
import { readExports } from "../intake/readExports.ts";
import type { Appeal } from "../model/appeal.ts";
import type { FileCounts } from "../model/facts.ts";
import type { Settings } from "../settings/readSettings.ts";
import type { AppealStore } from "../store/appealStore.ts";
import { filesBelow } from "../system/filesBelow.ts";
import { fileCounts } from "./countedFiles.ts";
import type { Progress } from "./progress.ts";

/** The appeals of all exports, merged, and what was learnt of them on the way. */
export interface MergedInput {
  intake: IntakeReport;
  merged: Awaited<ReturnType<AppealStore["merge"]>>;
  files: FileCounts[];
  /** Codes of sensitive topics, and those of which nothing but the week is told. */
  sensitive: readonly string[];
  weekly: readonly string[];
}

/** Either or none of the two: what is remembered of editions holds all their appeals. */
interface Reading {
  /** Which appeals are put into the store; null: all of them. */
  isAsked?: ((appeal: Appeal) => boolean) | null;
  /** Of the editions that were read in builds before; null: there is none. */
  memory?: EditionMemory | null;
}

/**
 * Reads the exports into the store and merges them there.
 *
 * @throws BuildStop FILE_NAMES_PERSON where an export is called after a person
 */
export async function mergeExports(
  { exportsDir, portal, sources, vocabulary }: Settings,
  store: AppealStore,
  progress: Progress,
  { isAsked = null, memory = null }: Reading = {},
): Promise<MergedInput> {
  const intake = await progress.stage("intake", async (say) => {
    let rows = 0;
    return readExports({ exportsDir, portal, sources, vocabulary, memory }, (appeals) => {
      rows += appeals.length;
      say({ rows });
      store.append(isAsked === null ? appeals : appeals.filter(isAsked));
    });
  });
  stopOnNamedFiles(portal, exportsDir, intake);
  const sensitive = intake.vocabulary.topics
    .filter((topic) => topic.sensitive)
    .map(({ code }) => code)
    .sort();
  // Figures alone tell no appeal's week.
  const weekly = portal.appeals === "full" ? sensitive : [];
  const merged = await progress.stage("merge", async (say) => {
    const result = await store.merge(intake.regroupedTopics, weekly, intake.deltas);
    say({ appeals: result.remaining, withdrawn: result.withdrawn });
    return result;
  });
  return { intake, merged, files: fileCounts(intake, merged.counts, merged.waiting), sensitive, weekly };
}

/** Before anything is told: reports and the site name files as they are called. The stop names the edition alone. */
function stopOnNamedFiles(portal: Settings["portal"], exportsDir: string, { editions, files }: IntakeReport): void {
  const detection = detectionUnder(cleaningRules(portal, NO_PLACE_NAMES, ""));
  // The files of a data set are published by their paths in it.
  const below = editions.flatMap((edition) =>
    filesBelow(join(exportsDir, edition)).flatMap((file) => (file.includes("/") ? [{ edition, file }] : [])),
  );
  const named = [...files, ...below].filter(({ file }) => namesPerson(file, detection));
  if (named.length > 0)
    throw new BuildStop(
      "FILE_NAMES_PERSON",
      [...new Set(named.map(({ edition }) => edition))].map((edition) => ({ file: `exports/${edition}` })),
      { count: named.length },
    );
}
