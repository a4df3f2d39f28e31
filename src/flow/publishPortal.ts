import { readFile, writeFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { BuildStop } from "../model/buildStop.ts";
import { type StoredFacts } from "../model/facts.ts";
import { withRepeats } from "../model/singleChannel.ts";
import { nothingMeant, type Meant, type Settings } from "../settings/readSettings.ts";
import { writeDownloads } from "../publish/downloads/writeDownloads.ts";
import { checksumsFile } from "../publish/release/checksums.ts";
import { releaseRecord, releaseRecordFile, type ReleaseRecord } from "../publish/release/releaseRecord.ts";
import { type SecretKey } from "../publish/sign/minisignKey.ts";
import { drawPictures } from "./drawPictures.ts";
import { indexAppeals } from "../search/write/indexAppeals.ts";
import { inWorkingFolders } from "../system/outputFolder.ts";
import { publishedFigures } from "../edition/publishedFigures.ts";
import { readAppeals } from "../edition/readEdition.ts";
import { writeShare } from "../publish/share/writeShare.ts";
import { filesBelow } from "../system/filesBelow.ts";
import { verifySite, type SiteToVerify, type VerifiedSite } from "../publish/verify/verifySite.ts";
import { readSettings } from "../settings/readSettings.ts";
import { problemLine } from "../report/problemLine.ts";
import { reportWords } from "../words/reportStrings.ts";
import { detectionUnder } from "../privacy/cleaningRules.ts";
import { structuralLook } from "../privacy/structuralLook.ts";
import { idsMark } from "../privacy/publicId.ts";
import { compressFiles } from "./compressFiles.ts";
import { type Destination } from "./destination.ts";
import { inputHashes, toolVersion } from "./inputHashes.ts";
import { type InputReport } from "../report/renderReport.ts";
import { verifyFiles } from "./verifyFiles.ts";
import { joinFolders } from "../system/joinFolders.ts";
import { ownTexts, titlesOf } from "./ownTexts.ts";
import { prepareEdition } from "./prepareEdition.ts";
import { type EstimatedProgress, type Progress } from "./progress.ts";
import { requireNothingLost } from "./requireNothingLost.ts";
import { renderPages } from "./renderPages.ts";
import { sealSite } from "./sealSite.ts";
import { stampAppeals } from "../appeals/stampAppeals.ts";
import { buildFolders } from "../system/switchSite.ts";
import { codeHash, openVerifiedBefore } from "./verifiedBefore.ts";
import { workBeside } from "../system/workBeside.ts";

export interface PublishOptions {
  /** Signs the list of checksums; null: nobody does. */
  key: SecretKey | null;
  /** Puts packed copies beside the texts. */
  compress: boolean;
  /** What a person says of this run. */
  meant?: Meant;
}

/** What was published. */
export interface Published {
  facts: StoredFacts;
  record: ReleaseRecord;
  files: number;
  bytes: number;
}

/**
 * The whole flow, in order: settings → intake → store → privacy gate → measures → edition → pages, search, downloads →
 * verify → seal → switch. Nothing is seen at the destination before everything has been checked; a failure leaves what
 * was there.
 *
 * @param dataDir folder with portal.yaml and exports/
 * @throws BuildStop where input, settings or the finished site do not pass
 */
export async function publishPortal(
  dataDir: string,
  destination: Destination,
  progress: EstimatedProgress,
  onReport: (report: InputReport) => void,
  { key, compress, meant = nothingMeant }: PublishOptions = { key: null, compress: false },
): Promise<Published> {
  await destination.requireReplaceable(dataDir);
  const folders = buildFolders(destination.out);
  return inWorkingFolders(folders, async (interrupted) => {
    await destination.repair();
    const settings = await readSettings(dataDir, meant);
    await progress.expect(folders.stageSeconds);
    const live = destination.live();
    await requireNothingLost(live, settings);
    const published = (date: string, inputs: string) =>
      live === null ? Promise.resolve(null) : publishedFigures(live, settings.portal.address, date, inputs);
    // What needs only facts and appeals is made in threads while past editions are recalled and pages are rendered.
    const early = workBeside((facts: StoredFacts, ended) => [
      drawPictures({ editionDir: folders.edition, outDir: folders.parts }, ended),
      ...(facts.portal.appeals === "full"
        ? [
            indexAppeals(
              facts,
              { edition: folders.edition, out: folders.searchIndex, cache: folders.searchShards },
              ended,
            ),
          ]
        : []),
    ]);
    const { facts, passed, takedownsRemembered } = await prepareEdition({
      settings,
      workDir: folders.work,
      editionDir: folders.edition,
      progress,
      onReport,
      cacheFile: folders.cleanedTexts,
      published,
      onFacts: early.start,
    }).catch(early.end);
    const hasAppeals = facts.portal.appeals === "full";
    const code = await codeHash();
    await progress.stage("pages", async (say) => {
      const stamp = {
        editionDir: folders.edition,
        siteDir: folders.site,
        before: live,
        memoryDir: folders.pageMemory,
        code,
      };
      await Promise.all([
        early.done(),
        writeDownloads(facts, folders.edition, folders.parts),
        renderPages(facts.portal, folders.edition, folders.site, interrupted, async () => {
          if (hasAppeals) await stampAppeals(stamp, (written) => say({ written, pages: facts.edition.published }));
        }),
      ]).catch(early.end);
    });
    await joinFolders(folders.parts, folders.site);
    if (hasAppeals) await rename(folders.searchIndex, join(folders.site, "search"));
    const record = await progress.stage("downloads", async () => {
      await writeShare(withRepeats(facts), folders.site);
      const { settings: settingsHash, inputs } = await inputHashes(dataDir);
      const made = releaseRecord(
        facts,
        toolVersion,
        settingsHash,
        inputs,
        hasAppeals ? { ids: idsMark(settings.idKey), remembered: takedownsRemembered } : null,
      );
      await writeFile(join(folders.site, releaseRecordFile), `${JSON.stringify(made, null, 2)}\n`);
      return made;
    });
    const verified = await openVerifiedBefore(
      folders.verified,
      live,
      folders.site,
      code,
      record.settings,
      settings.idKey,
    );
    const answering = destination.before();
    const files = filesBelow(folders.site);
    const before = verified.passed(files);
    const inspected = await passTheCheck(settings, progress, {
      siteDir: folders.site,
      facts,
      look: structuralLook(detectionUnder(passed.rules)),
      appeals: () => (hasAppeals ? readAppeals(folders.edition) : []),
      files,
      passedBefore: new Set(before.keys()),
      before: answering === null ? [] : filesBelow(answering),
      inspect: verifyFiles({
        siteDir: folders.site,
        address: facts.portal.address,
        known: files,
        rules: passed.rules,
        own: [...ownTexts(settings), ...titlesOf(facts, passed.rules)],
        read: passed.readTexts.known.table,
      }),
    });
    // What was looked at is what the checksums vouch for.
    const looked = [...before, ...inspected];
    const hashes = new Map(looked.map(([file, { sha256 }]) => [file, sha256]));
    const bytes = looked.reduce((sum, [, { size }]) => sum + size, 0);
    if (compress)
      await progress.stage("compress", (say) =>
        compressFiles(folders.site, hashes, (done, all) => say({ done, all }, done / all)),
      );
    const checksums = await progress.stage("switch", async () => {
      await sealSite(folders.site, hashes, facts.edition.date, key);
      const sealed = await readFile(join(folders.site, checksumsFile), "utf8");
      await destination.place(folders, facts.edition.date);
      return sealed;
    });
    await passed.keepTexts();
    await verified.keep(checksums);
    await progress.remember(folders.stageSeconds);
    return { facts, record, files: files.length, bytes };
  });
}

/** @throws BuildStop VERIFY_FAILED, with the pages, the reasons, and the appeals and fields that they are about */
async function passTheCheck(
  settings: Settings,
  progress: Progress,
  site: SiteToVerify,
): Promise<VerifiedSite["inspected"]> {
  const words = reportWords(settings.portal.language);
  return progress.stage("verify", async (say) => {
    const { problems, inspected } = await verifySite({
      ...site,
      onProgress: (looked, files) => say({ problems: 0 }, looked / files),
    });
    say({ problems: problems.length });
    if (problems.length === 0) return inspected;
    const reasons = [...new Set(problems.map((problem) => problem.reason))].sort().join(", ");
    const lines = problems.map((problem) => problemLine(problem, words));
    if (
      problems.some(({ reason, found }) => reason === "personal-data" && found?.some(({ appeal }) => appeal !== null))
    )
      lines.push(words.say("verify.personal-data.advice"));
    if (problems.some(({ reason }) => reason === "address-lost")) lines.push(words.say("verify.address-lost.advice"));
    throw new BuildStop("VERIFY_FAILED", problems, { count: problems.length, reasons, problems: lines.join("\n") });
  });
}
