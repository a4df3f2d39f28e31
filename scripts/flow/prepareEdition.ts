import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readExports, type IntakeReport } from "../../src/intake/readExports.ts";
import { measureAll } from "../../src/measure/measure.ts";
import { BuildStop } from "../../src/model/buildStop.ts";
import { factsSchema, type Facts, type FileCounts } from "../../src/model/facts.ts";
import { concernsWholeFile, type Finding } from "../../src/model/finding.ts";
import { dayOfIsoDate } from "../../src/model/moment.ts";
import { type GateReport } from "../../src/privacy/gate.ts";
import { NO_PLACE_NAMES } from "../../src/privacy/placeNames.ts";
import { openGate } from "../../src/privacy/openGate.ts";
import { appealsWriter } from "../../src/publish/edition/appealsWriter.ts";
import { assembleFacts } from "../../src/publish/edition/assembleFacts.ts";
import { appealsFile, factsFile } from "../../src/publish/edition/editionFiles.ts";
import { type Settings } from "../../src/settings/readSettings.ts";
import { AppealStore, type MergeCount } from "../../src/store/appealStore.ts";
import { columnsBuilder } from "../../src/store/columnsBuilder.ts";
import { learnFrom } from "./learnFrom.ts";
import { observationsOf } from "./observations.ts";
import { type Progress } from "./progress.ts";

/** What the stages up to the gate have to say about the input. */
export interface InputReport {
  files: FileCounts[];
  findings: Finding[];
  gate: GateReport;
}

/**
 * The flow's first half, in order: intake → store → privacy gate → measures → edition folder.
 *
 * @param workDir folder for what the gate has not seen; removed at the end, whatever happens
 * @param editionDir folder to write the edition to; null only checks the input
 * @param onReport called as soon as the input has been judged, before anything can stop because of it
 * @throws BuildStop where the input cannot be published
 */
export async function prepareEdition(
  settings: Settings,
  workDir: string,
  editionDir: string | null,
  progress: Progress,
  onReport: (report: Pick<InputReport, "files" | "findings">) => void,
): Promise<{ facts: Facts; gate: GateReport }> {
  const store = await AppealStore.open(workDir);
  try {
    const intake = await progress.stage("intake", async (say) => {
      let rows = 0;
      return readExports({ exportsDir: settings.exportsDir, portal: settings.portal, sources: settings.sources, vocabulary: settings.vocabulary }, async (appeals) => {
        rows += appeals.length;
        say(`${rows} rows`);
        await store.append(appeals);
      });
    });
    const merged = await progress.stage("merge", async (say) => {
      const result = await store.merge();
      say(`${result.remaining} appeals, ${result.withdrawn} withdrawn`);
      return result;
    });
    const files = fileCounts(intake, merged.counts);
    onReport({ files, findings: intake.findings });
    stopOnUnusableFiles(intake.findings);
    if (merged.remaining === 0) throw new BuildStop("NO_APPEALS");

    const { portal } = settings;
    const placeNames = portal.appeals === "full" ? await progress.stage("place names", () => learnFrom(store)) : NO_PLACE_NAMES;
    const { gate, vocabulary } = openGate(portal, settings.idKey, settings.vocabulary, intake.vocabulary, placeNames);
    const sorted = (entries: { code: string }[]) => entries.map((entry) => entry.code).sort();
    const builder = columnsBuilder(
      merged.remaining,
      { agencies: sorted(vocabulary.agencies), topics: sorted(vocabulary.topics), places: sorted(vocabulary.places) },
      observationsOf(intake, portal.timeZone),
    );

    if (editionDir) await mkdir(editionDir, { recursive: true });
    const writer = editionDir && portal.appeals === "full" ? appealsWriter(join(editionDir, appealsFile)) : null;
    const gateReport = await progress.stage("privacy gate", async (say) => {
      for await (const appeals of store.appeals()) {
        const published = appeals.map((appeal) => gate.pass(appeal));
        for (const appeal of published) builder.add(appeal);
        await writer?.write(published);
      }
      await writer?.close();
      const report = gate.finish();
      say(`${report.passed} passed, ${report.maskedAppeals} masked, ${report.withheldTexts} texts withheld`);
      return report;
    });

    const facts = await progress.stage("measures", async (say) => {
      const { subjects, periods, comparisons, definitions } = measureAll(builder.columns, {
        topics: vocabulary.topics.map(({ code, parent }) => ({ code, parent })),
        minimumShown: portal.minimum.shown,
        minimumCompared: portal.minimum.compared,
        exportDay: dayOfIsoDate(intake.editions.at(-1)!),
      });
      say(`${subjects.length} subjects`);
      return assembleFacts({
        portal,
        editions: intake.editions,
        files,
        findings: intake.findings,
        withdrawn: merged.withdrawn,
        published: gateReport.passed,
        gate: gateReport,
        vocabulary,
        subjects,
        periods,
        comparisons,
        definitions,
      });
    });
    if (editionDir) await writeFile(join(editionDir, factsFile), JSON.stringify(factsSchema.parse(facts)));
    return { facts, gate: gateReport };
  } finally {
    store.close();
    await rm(workDir, { recursive: true, force: true });
  }
}

/** rows read = accepted + merged + rejected, per file. */
function fileCounts(intake: IntakeReport, merged: readonly MergeCount[]): FileCounts[] {
  return intake.files.map((file) => {
    const counts = merged.find((count) => count.edition === file.edition && count.file === file.file);
    return {
      edition: file.edition,
      file: file.file,
      source: file.source,
      read: file.read,
      accepted: counts?.accepted ?? 0,
      merged: counts?.merged ?? 0,
      rejected: file.rejected,
    };
  });
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
