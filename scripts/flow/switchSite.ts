import { existsSync, renameSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** Folders of one build, beside the site they will become, so that a rename can publish them. */
export interface BuildFolders {
  out: string;
  staging: string;
  work: string;
  edition: string;
  site: string;
  /** Where the site that is replaced stands for a moment. */
  old: string;
  /** The search index, built while Astro, which empties the site's folder, is at work. */
  searchIndex: string;
  /** What the detectors made of texts, for the next build; safe to delete. */
  cleanedTexts: string;
  /** Parts of the search index, for the next build; safe to delete. */
  searchShards: string;
}

export function buildFolders(out: string): BuildFolders {
  const staging = join(dirname(out), `.${basename(out)}.next`);
  return { out, staging, work: join(staging, "work"), edition: join(staging, "edition"), site: join(staging, "site"), old: join(staging, "old"), searchIndex: join(staging, "search"), cleanedTexts: join(dirname(out), `.${basename(out)}.cache`, "cleaned-texts"), searchShards: join(dirname(out), `.${basename(out)}.cache`, "search-shards") };
}

/**
 * Puts the finished site in the place of the old one, and the edition it was made from beside it. The two renames are
 * one step for this process: nothing that ends it in an orderly way comes between them.
 */
export async function switchSite(folders: BuildFolders): Promise<void> {
  const { out, site, old } = folders;
  const edition = join(dirname(out), `.${basename(out)}.edition`);
  const hadSite = existsSync(out);
  if (hadSite) renameSync(out, old);
  try {
    renameSync(site, out);
  } catch (error) {
    if (hadSite) renameSync(old, out);
    throw error;
  }
  await rm(edition, { recursive: true, force: true });
  await rename(folders.edition, edition);
}
