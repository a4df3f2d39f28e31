import { randomBytes } from "node:crypto";
import { existsSync, readdirSync, renameSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { removeBeside } from "./removeBeside.ts";
import { removeFolder } from "./removeFolder.ts";

/** Folders of one build, beside the site they will become, so that a rename can publish them. */
export interface BuildFolders {
  out: string;
  /** Everything that a build leaves behind when it is killed. */
  staging: string;
  work: string;
  edition: string;
  site: string;
  /** Where the site that is replaced stands for a moment. */
  old: string;
  /** Where it stands until it is removed, which may take longer than the build. */
  gone: string;
  /** The search index, built while Astro, which empties the site's folder, is at work. */
  searchIndex: string;
  /** Other files of the site that are made meanwhile: pictures, downloads. */
  parts: string;
  /** What the detectors made of texts, for the next build; safe to delete. */
  cleanedTexts: string;
  /** What replies were found to contain, for the next build; safe to delete. */
  replyMarks: string;
  /** Parts of the search index, for the next build; safe to delete. */
  searchShards: string;
  /** What the pages of appeals were made of, for the next build; safe to delete. */
  pageMemory: string;
  /** Under which code and settings the site was checked; safe to delete. */
  verified: string;
  /** What past editions were; safe to delete. */
  pastEditions: string;
  /** The rows of exports that were read before, encrypted; safe to delete. */
  readEditions: string;
  /** What the last look found clean; safe to delete. */
  cleanPieces: string;
  /** How long the stages of the last build took, for the estimate of the next; safe to delete. */
  stageSeconds: string;
}

/** The folders that a build works in are its own: what an orphan of a killed build still writes never meets them. */
export function buildFolders(out: string, run = randomBytes(4).toString("hex")): BuildFolders {
  const beside = (name: string) => join(dirname(out), `.${basename(out)}.${name}`);
  const staging = beside("next");
  const cache = beside("cache");
  return {
    out,
    staging,
    work: join(staging, run, "work"),
    edition: join(staging, run, "edition"),
    site: join(staging, run, "site"),
    searchIndex: join(staging, run, "search"),
    parts: join(staging, run, "parts"),
    old: join(staging, "old"),
    gone: beside(`gone-${run}`),
    cleanedTexts: join(cache, "cleaned-texts"),
    replyMarks: join(cache, "reply-marks"),
    searchShards: join(cache, "search-shards"),
    pageMemory: join(cache, "appeal-pages"),
    verified: join(cache, "verified"),
    pastEditions: join(cache, "past-editions"),
    readEditions: join(cache, "read-editions"),
    cleanPieces: join(cache, "clean-pieces"),
    stageSeconds: join(cache, "stage-seconds.json"),
  };
}

/**
 * Puts the finished site in the place of the old one, which is removed beside, and the edition it was made from beside it.
 * The two renames are one step for this process: nothing that ends it in an orderly way comes between them.
 */
export function switchSite(folders: BuildFolders): void {
  const { out, site, old, gone } = folders;
  const edition = join(dirname(out), `.${basename(out)}.edition`);
  const hadSite = existsSync(out);
  if (hadSite) renameSync(out, old);
  try {
    renameSync(site, out);
  } catch (error) {
    if (hadSite) renameSync(old, out);
    throw error;
  }
  removeFolder(edition);
  renameSync(folders.edition, edition);
  if (!hadSite) return;
  renameSync(old, gone);
  removeBeside(gone);
}

/** Removes old sites that a build before did not remove to the end. */
export function removeGoneSites(out: string): void {
  const beside = dirname(out);
  const isGone = (name: string): boolean => name.startsWith(`.${basename(out)}.gone-`);
  for (const name of readdirSync(beside).filter(isGone)) removeBeside(join(beside, name));
}

/** A machine that died in the middle of the switch left no site, and the old one in the staging folder. */
export function restoreOldSite({ out, old }: Pick<BuildFolders, "out" | "old">): void {
  if (!existsSync(out) && existsSync(old)) renameSync(old, out);
}
