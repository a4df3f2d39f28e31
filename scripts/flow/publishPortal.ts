import { rename } from "node:fs/promises";
import { join } from "node:path";
import { BuildStop } from "../../src/model/buildStop.ts";
import { type Facts } from "../../src/model/facts.ts";
import { lastLook } from "../../src/privacy/lastLook.ts";
import { writeAppealPages } from "../../src/publish/appealPages.ts";
import { writeDownloads } from "../../src/publish/downloads/writeDownloads.ts";
import { indexAppeals } from "./indexAppeals.ts";
import { inWorkingFolders, requireReplaceable } from "./outputFolder.ts";
import { readAllAppeals } from "../../src/publish/edition/readEdition.ts";
import { verifySite } from "../../src/publish/verify/verifySite.ts";
import { readSettings } from "../../src/settings/readSettings.ts";
import { ownTexts } from "./ownTexts.ts";
import { prepareEdition, type InputReport } from "./prepareEdition.ts";
import { type Progress } from "./progress.ts";
import { renderPages } from "./renderPages.ts";
import { buildFolders, switchSite } from "./switchSite.ts";

/**
 * The whole flow, in order: settings → intake → store → privacy gate → measures → edition → pages, search, downloads →
 * verify → switch. Nothing is seen at outDir before everything has been checked; a failure leaves what was there.
 *
 * @param dataDir folder with portal.yaml and exports/; outDir: folder that will hold the site
 * @throws BuildStop where input, settings or the finished site do not pass
 */
export async function publishPortal(
  dataDir: string,
  outDir: string,
  progress: Progress,
  onReport: (report: Pick<InputReport, "files" | "findings">) => void,
): Promise<Facts> {
  const settings = await readSettings(dataDir);
  await requireReplaceable(outDir, dataDir);
  const folders = buildFolders(outDir);
  return inWorkingFolders(folders, async (interrupted) => {
    const { facts, passed } = await prepareEdition(settings, folders.work, folders.edition, progress, onReport, folders.cleanedTexts);
    const hasAppeals = facts.portal.appeals === "full";
    const appeals = hasAppeals ? await readAllAppeals(folders.edition) : [];
    // Astro and Pagefind work in processes of their own: each gets a core.
    await progress.stage("pages", async (say) => {
      await Promise.all([
        renderPages(folders.edition, folders.site, interrupted).then(() => (hasAppeals ? writeAppealPages(appeals, facts, folders.site, (written) => say({ written, pages: appeals.length })) : undefined)),
        hasAppeals ? indexAppeals(facts, appeals, { edition: folders.edition, out: folders.searchIndex, cache: folders.searchShards }) : undefined,
      ]);
    });
    if (hasAppeals) await rename(folders.searchIndex, join(folders.site, "search"));
    await progress.stage("downloads", () => writeDownloads(facts, folders.edition, folders.site));
    await progress.stage("verify", async (say) => {
      const problems = await verifySite(folders.site, facts, lastLook(passed.detection, ownTexts(settings), passed.readTexts));
      say({ problems: problems.length });
      if (problems.length > 0) {
        const reasons = [...new Set(problems.map((problem) => problem.reason))].sort().join(", ");
        const lines = problems.map(({ file, reason, classes }) => [`${file}: ${reason}`, ...(classes ?? [])].join(" "));
        throw new BuildStop("VERIFY_FAILED", problems, { count: problems.length, reasons, problems: lines.join("\n") });
      }
    });
    await switchSite(folders);
    await passed.keepTexts();
    return facts;
  });
}
