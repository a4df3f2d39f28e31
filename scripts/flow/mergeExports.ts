import { readExports, type IntakeReport } from "../../src/intake/readExports.ts";
import { type FileCounts } from "../../src/model/facts.ts";
import { type Settings } from "../../src/settings/readSettings.ts";
import { type AppealStore } from "../../src/store/appealStore.ts";
import { fileCounts } from "./countedFiles.ts";
import { type Progress } from "./progress.ts";

/** The appeals of all exports, merged, and what was learnt of them on the way. */
export interface MergedInput {
  intake: IntakeReport;
  merged: Awaited<ReturnType<AppealStore["merge"]>>;
  files: FileCounts[];
  /** Codes of sensitive topics, and those of which nothing but the week is told. */
  sensitive: readonly string[];
  weekly: readonly string[];
}

/** Reads the exports into the store and merges them there. */
export async function mergeExports({ exportsDir, portal, sources, vocabulary }: Settings, store: AppealStore, progress: Progress): Promise<MergedInput> {
  const intake = await progress.stage("intake", async (say) => {
    let rows = 0;
    return readExports({ exportsDir, portal, sources, vocabulary }, async (appeals) => {
      rows += appeals.length;
      say({ rows });
      await store.append(appeals);
    });
  });
  const sensitive = intake.vocabulary.topics.filter((topic) => topic.sensitive).map(({ code }) => code).sort();
  // Figures alone tell no appeal's week.
  const weekly = portal.appeals === "full" ? sensitive : [];
  const merged = await progress.stage("merge", async (say) => {
    const result = await store.merge(intake.regroupedTopics, weekly);
    say({ appeals: result.remaining, withdrawn: result.withdrawn });
    return result;
  });
  return { intake, merged, files: fileCounts(intake, merged.counts, merged.waiting), sensitive, weekly };
}
