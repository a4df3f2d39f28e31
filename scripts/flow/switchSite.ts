import { access, readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { BuildStop } from "../../src/model/buildStop.ts";

/** Folders of one build, beside the site they will become, so that a rename can publish them. */
export interface BuildFolders {
  out: string;
  staging: string;
  work: string;
  edition: string;
  site: string;
  /** The search index, built while Astro, which empties the site's folder, is at work. */
  searchIndex: string;
  /** What the detectors made of texts, for the next build; safe to delete. */
  cleanedTexts: string;
}

export function buildFolders(out: string): BuildFolders {
  const staging = join(dirname(out), `.${basename(out)}.next`);
  return { out, staging, work: join(staging, "work"), edition: join(staging, "edition"), site: join(staging, "site"), searchIndex: join(staging, "search"), cleanedTexts: join(dirname(out), `.${basename(out)}.cache`, "cleaned-texts") };
}

/**
 * Refuses to build over a folder that is not a portal: it would be replaced whole.
 *
 * @throws BuildStop OUTPUT_OCCUPIED
 */
export async function requireReplaceable(out: string): Promise<void> {
  const content = await readdir(out).catch(() => []);
  if (content.length === 0) return;
  const isPortal = await access(join(out, "data", "facts.json")).then(() => true, () => false);
  if (!isPortal) throw new BuildStop("OUTPUT_OCCUPIED", [{ file: basename(out) }]);
}

/** Puts the finished site in the place of the old one, and the edition it was made from beside it. */
export async function switchSite(folders: BuildFolders): Promise<void> {
  const old = join(folders.staging, "old");
  const edition = join(dirname(folders.out), `.${basename(folders.out)}.edition`);
  await rename(folders.out, old).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error;
  });
  await rename(folders.site, folders.out);
  await rm(edition, { recursive: true, force: true });
  await rename(folders.edition, edition);
  await rm(folders.staging, { recursive: true, force: true });
}
