import { statSync } from "node:fs";
import { writeFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { BuildStop } from "../../src/model/buildStop.ts";
import { type Facts } from "../../src/model/facts.ts";
import { withRepeats } from "../../src/model/singleChannel.ts";
import { type Settings } from "../../src/settings/readSettings.ts";
import { lastLook } from "../../src/privacy/lastLook.ts";
import { writeAppealPages } from "../../src/publish/appealPages.ts";
import { writeDownloads } from "../../src/publish/downloads/writeDownloads.ts";
import { sha256 } from "../../src/publish/release/checksums.ts";
import { releaseRecord, releaseRecordFile, type ReleaseRecord } from "../../src/publish/release/releaseRecord.ts";
import { type SecretKey } from "../../src/publish/sign/minisignKey.ts";
import { indexAppeals } from "./indexAppeals.ts";
import { inWorkingFolders } from "./outputFolder.ts";
import { readHistories } from "../../src/publish/editions/readHistories.ts";
import { publishedFigures } from "../../src/publish/editions/publishedFigures.ts";
import { readAllAppeals, readAppeals, readEditions } from "../../src/publish/edition/readEdition.ts";
import { writeShare } from "../../src/publish/share/writeShare.ts";
import { filesBelow } from "../../src/publish/filesBelow.ts";
import { verifySite, type SiteToVerify } from "../../src/publish/verify/verifySite.ts";
import { readSettings } from "../../src/settings/readSettings.ts";
import { reportWords } from "../../src/report/reportStrings.ts";
import { compressFiles } from "./compressFiles.ts";
import { type Destination } from "./destination.ts";
import { inputHashes, toolVersion } from "./inputHashes.ts";
import { ownTexts } from "./ownTexts.ts";
import { prepareEdition, type InputReport } from "./prepareEdition.ts";
import { type EstimatedProgress, type Progress } from "./progress.ts";
import { renderPages } from "./renderPages.ts";
import { sealSite } from "./sealSite.ts";
import { buildFolders } from "./switchSite.ts";
import { openVerifiedBefore } from "./verifiedBefore.ts";

export interface PublishOptions {
  /** Signs the list of checksums; null: nobody does. */
  key: SecretKey | null;
  /** Puts packed copies beside the texts. */
  compress: boolean;
}

/** What was published. */
export interface Published {
  facts: Facts;
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
  onReport: (report: Pick<InputReport, "files" | "findings">) => void,
  { key, compress }: PublishOptions = { key: null, compress: false },
): Promise<Published> {
  await destination.requireReplaceable(dataDir);
  const folders = buildFolders(destination.out);
  return inWorkingFolders(folders, async (interrupted) => {
    await destination.repair();
    const settings = await readSettings(dataDir);
    await progress.expect(folders.stageSeconds);
    const live = destination.live();
    const published = (date: string, inputs: string) => (live === null ? Promise.resolve(null) : publishedFigures(live, settings.portal.address, date, inputs));
    const { facts, passed } = await prepareEdition(settings, folders.work, folders.edition, progress, onReport, folders.cleanedTexts, published);
    const hasAppeals = facts.portal.appeals === "full";
    const histories = hasAppeals ? await readHistories(folders.edition, await readEditions(folders.edition)) : new Map<string, never[]>();
    const appeals = hasAppeals ? await readAllAppeals(folders.edition) : [];
    // Astro and Pagefind work in processes of their own: each gets a core.
    await progress.stage("pages", async (say) => {
      await Promise.all([
        renderPages(facts.portal, folders.edition, folders.site, interrupted).then(() => (hasAppeals ? writeAppealPages(() => readAppeals(folders.edition), { facts, siteDir: folders.site, before: live, histories, onProgress: (written) => say({ written, pages: appeals.length }) }) : undefined)),
        hasAppeals ? indexAppeals(facts, { edition: folders.edition, out: folders.searchIndex, cache: folders.searchShards }) : undefined,
      ]);
    });
    if (hasAppeals) await rename(folders.searchIndex, join(folders.site, "search"));
    const record = await progress.stage("downloads", async () => {
      await writeDownloads(facts, folders.edition, folders.site);
      await writeShare(withRepeats(facts), folders.site);
      const { settings: settingsHash, inputs } = await inputHashes(dataDir);
      const made = releaseRecord(facts, toolVersion, settingsHash, inputs);
      await writeFile(join(folders.site, releaseRecordFile), `${JSON.stringify(made, null, 2)}\n`);
      return made;
    });
    const verified = await openVerifiedBefore(folders.verified, live, folders.site, record.settings);
    // What was looked at is what the checksums vouch for.
    const hashes = new Map<string, string>();
    let bytes = 0;
    const answering = destination.before();
    const before = answering === null ? [] : await filesBelow(answering);
    const look = lastLook(passed.detection, ownTexts(settings), passed.readTexts);
    await passTheCheck(settings, progress, {
      siteDir: folders.site,
      facts,
      appeals,
      lastLook: look,
      before,
      seen: (file, content) => {
        hashes.set(file, sha256(content));
        bytes += content.length;
      },
      passedBefore: {
        files: verified.before,
        has: (file) => {
          const hash = verified.hashOf(file);
          if (hash === undefined) return false;
          hashes.set(file, hash);
          bytes += statSync(join(folders.site, file)).size;
          return true;
        },
      },
    });
    const files = hashes.size;
    if (compress) await progress.stage("compress", (say) => compressFiles(folders.site, hashes, (done, all) => say({ done, all }, done / all)));
    await sealSite(folders.site, hashes, facts.edition.date, key);
    await destination.place(folders, facts.edition.date);
    await passed.keepTexts();
    await verified.keep();
    await progress.remember(folders.stageSeconds);
    return { facts, record, files, bytes };
  });
}

/** @throws BuildStop VERIFY_FAILED, with the pages and the reasons */
async function passTheCheck(settings: Settings, progress: Progress, site: SiteToVerify): Promise<void> {
  const words = reportWords(settings.portal.language);
  await progress.stage("verify", async (say) => {
    const problems = await verifySite({ ...site, onProgress: (looked, files) => say({ problems: 0 }, looked / files) });
    say({ problems: problems.length });
    if (problems.length === 0) return;
    const reasons = [...new Set(problems.map((problem) => problem.reason))].sort().join(", ");
    const lines = problems.map(({ file, reason, classes }) => `${file}: ${[reason, ...(classes ?? [])].join(" ")} (${words.say(`verify.${reason}`)})`);
    throw new BuildStop("VERIFY_FAILED", problems, { count: problems.length, reasons, problems: lines.join("\n") });
  });
}
