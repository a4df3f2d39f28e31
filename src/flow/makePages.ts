import { rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { stampAppeals } from "../appeals/stampAppeals.ts";
import type { StoredFacts } from "../model/facts.ts";
import { withRepeats } from "../model/singleChannel.ts";
import { keptPressList } from "../edition/editionFiles.ts";
import { keepPress } from "../edition/keptPress.ts";
import { readEditions } from "../edition/readEdition.ts";
import { keepTables } from "../publish/api/keepTables.ts";
import { writeOpenData } from "../publish/catalogues/writeOpenData.ts";
import { copyEditions } from "../publish/downloads/writeDownloads.ts";
import { indexAppeals } from "../search/write/indexAppeals.ts";
import { joinFolders } from "../system/joinFolders.ts";
import type { BuildFolders } from "../system/switchSite.ts";
import { workBeside, type WorkBeside } from "../system/workBeside.ts";
import { type Drawing, drawPictures } from "./drawPictures.ts";
import type { Progress } from "./progress.ts";
import { renderPages } from "./renderPages.ts";
import { writeTablesBeside } from "./writeTablesBeside.ts";

/** What is made beside the stages: pages wait for tables and reviews, of which they tell the sizes, and for nothing else of it. */
export interface EarlyWork extends WorkBeside<StoredFacts> {
  files: () => Promise<unknown>;
  /** Press kits, once past editions have been recalled. */
  kits: Drawing["kits"];
}

/** What needs only facts and appeals is made in threads while past editions are recalled and pages are rendered. */
export function earlyWork(folders: BuildFolders): EarlyWork {
  let files: Promise<unknown> = Promise.resolve();
  let kits: Drawing["kits"] = () => Promise.resolve();
  const work = workBeside<StoredFacts>((facts, ended) => {
    const parts = { editionDir: folders.edition, outDir: folders.parts };
    const drawing = drawPictures(facts, parts, ended);
    const tables = writeTablesBeside(facts, parts, ended);
    files = Promise.all([tables, drawing.reviews]);
    kits = drawing.kits;
    return [
      tables,
      drawing.reviews,
      files,
      drawing.pictures,
      ...(facts.portal.appeals === "full"
        ? [
            indexAppeals(
              facts,
              { edition: folders.edition, out: folders.searchIndex, cache: folders.searchShards },
              ended,
            ),
          ]
        : []),
    ];
  });
  return { ...work, files: () => files, kits: (isKept) => kits(isKept) };
}

/** Takes over what stays of the press rooms of editions, and tells the edition folder of which, for the pages. @returns their dates */
async function takeOverPress(folders: BuildFolders, facts: StoredFacts, live: string | null): Promise<string[]> {
  const { editions } = readEditions(folders.edition);
  const kept = await keepPress(live, facts.portal, editions, folders.parts);
  await writeFile(join(folders.edition, keptPressList), JSON.stringify([...new Set([...kept, facts.edition.date])]));
  return kept;
}

/**
 * Makes the pages and the downloads, and puts them together with what was made before.
 *
 * @param early what goes on already
 * @param live the site that readers see now, whose pages of appeals may be taken over; null: there is none
 * @param code what codeHash gives
 */
export async function makePages(
  folders: BuildFolders,
  facts: StoredFacts,
  early: EarlyWork,
  { live, code, interrupted }: { live: string | null; code: string; interrupted: AbortSignal },
  progress: Progress,
): Promise<void> {
  const hasAppeals = facts.portal.appeals === "full";
  await progress.stage("pages", async (say) => {
    const stamp = {
      editionDir: folders.edition,
      siteDir: folders.site,
      before: live,
      memoryDir: folders.pageMemory,
      code,
    };
    await early.files().catch(early.end);
    const told = withRepeats(facts);
    const kept = await takeOverPress(folders, facts, live).catch(early.end);
    await Promise.all([
      early.done(),
      early.kits(kept.includes(facts.edition.date)),
      copyEditions(folders.edition, folders.parts),
      writeOpenData(told, folders.edition, folders.parts),
      keepTables(told, readEditions(folders.edition), live, folders.parts),
      renderPages(facts.portal, folders.edition, folders.site, code, interrupted, async () => {
        if (hasAppeals)
          await stampAppeals(stamp, facts.edition.published, (written) =>
            say({ written, pages: facts.edition.published }),
          );
      }),
    ]).catch(early.end);
  });
  await joinFolders(folders.parts, folders.site);
  if (hasAppeals) await rename(folders.searchIndex, join(folders.site, "search"));
}
