import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { publishedGroups } from "../edition/publishedGroups.ts";
import { publishedFigures } from "../edition/publishedFigures.ts";
import type { StoredFacts } from "../model/facts.ts";
import { checksumsFile } from "../publish/release/checksums.ts";
import type { ReleaseRecord } from "../publish/release/releaseRecord.ts";
import type { SecretKey } from "../publish/sign/minisignKey.ts";
import type { InputReport } from "../report/renderReport.ts";
import { nothingMeant, readSettings, type Meant } from "../settings/readSettings.ts";
import { inWorkingFolders } from "../system/outputFolder.ts";
import { buildFolders } from "../system/switchSite.ts";
import { layoutOf } from "./appealLayout.ts";
import { checkSite } from "./checkSite.ts";
import { compressFiles } from "./compressFiles.ts";
import type { Destination } from "./destination.ts";
import { settingsHash } from "./inputHashes.ts";
import { earlyWork, makePages } from "./makePages.ts";
import { openPastMemory } from "./pastMemory.ts";
import { prepareEdition } from "./prepareEdition.ts";
import type { EstimatedProgress } from "./progress.ts";
import { recordRelease } from "./recordRelease.ts";
import { forgetEditions, rememberedEditions } from "./rememberedEditions.ts";
import { requireNothingLost } from "./requireNothingLost.ts";
import { sealSite } from "./sealSite.ts";
import { openShards } from "./shards/openShards.ts";
import { codeHash } from "./verifiedBefore.ts";

export interface PublishOptions {
  /** Signs the list of checksums; null: nobody does. */
  key: SecretKey | null;
  /** Puts packed copies beside the texts. */
  compress: boolean;
  /** What a person says of this run. */
  meant?: Meant;
  /** Folder in which all shards of this portal lie; left out: everything is worked out here. */
  shards?: string | null;
}

/** What was published. */
export interface Published {
  facts: StoredFacts;
  record: ReleaseRecord;
  files: number;
  bytes: number;
}

/**
 * The whole flow, in order: settings → intake → store → privacy gate → replies → measures → edition → pages, search, downloads →
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
  { key, compress, meant = nothingMeant, shards = null }: PublishOptions = { key: null, compress: false },
): Promise<Published> {
  await destination.requireReplaceable(dataDir);
  const folders = buildFolders(destination.out);
  return inWorkingFolders(folders, async (interrupted) => {
    await destination.repair();
    await destination.requireDue(dataDir);
    const settings = await readSettings(dataDir, meant);
    const worked = shards === null ? null : await openShards(shards, settings);
    await progress.expect(folders.stageSeconds);
    const live = destination.live();
    await requireNothingLost(live, settings);
    const early = earlyWork(folders);
    const code = await codeHash();
    const version = { code, settings: await settingsHash(dataDir), key: settings.idKey };
    const pastMemory = openPastMemory(folders.pastEditions, version.code, version.settings, version.key);
    const { facts, passed, takedownsRemembered } = await prepareEdition({
      settings,
      workDir: folders.work,
      editionDir: folders.edition,
      progress,
      onReport,
      cacheFile: folders.cleanedTexts,
      marks: { file: folders.replyMarks, version },
      shards: worked,
      editionMemory: rememberedEditions(folders.readEditions, code, settings.idKey),
      pastMemory,
      published: async (date, inputs) =>
        live === null ? null : publishedFigures(live, settings.portal.address, date, inputs),
      layoutBefore: await layoutOf(live, settings.portal.address),
      repliesBefore: () => publishedGroups(live, settings.portal.address),
      onFacts: early.start,
    }).catch(async (fault: unknown) => {
      await forgetEditions(folders.readEditions);
      return early.end(fault);
    });
    await makePages(folders, facts, early, { live, code, interrupted }, progress);
    const record = await progress.stage("downloads", () =>
      recordRelease(settings, facts, folders.site, takedownsRemembered),
    );
    const answering = destination.before();
    const { files, bytes, hashes, keep } = await checkSite(
      { settings, folders, facts, passed, live, answering, code, settingsHash: record.settings },
      progress,
    );
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
    await pastMemory.keep();
    await keep(checksums);
    await progress.remember(folders.stageSeconds);
    return { facts, record, files, bytes };
  });
}
