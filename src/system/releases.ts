import { randomBytes } from "node:crypto";
import {
  chmodSync,
  existsSync,
  lstatSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
} from "node:fs";
import { mkdir, readdir } from "node:fs/promises";
import { basename, dirname, join, relative, resolve } from "node:path";
import { removeBeside } from "./removeBeside.ts";
import { removeFolder } from "./removeFolder.ts";

/**
 * A site that is published release by release: SITE is a symbolic link, SITE.releases/DATE-HASH are whole sites. Moving
 * the link is one step for the system, and a server that has the old folder open goes on reading it.
 */
export interface ReleasePlaces {
  /** The link at which readers and their server find the site. */
  link: string;
  /** The folder with the releases. */
  folder: string;
  /** A link that is ready to take the place of the other. */
  pending: string;
}

export function releasePlaces(site: string): ReleasePlaces {
  const folder = `${site}.releases`;
  return { link: site, folder, pending: join(folder, ".next") };
}

/** Name of a release folder: day of the newest export, beginning of the hash over its list of checksums. */
const releaseName = /^\d{4}-\d{2}-\d{2}-[0-9a-f]{12}$/;

export interface Release {
  name: string;
  isLive: boolean;
}

/** Releases that stand ready, the one published last first. */
export function listReleases({ link, folder }: ReleasePlaces): Release[] {
  if (!existsSync(folder)) return [];
  const live = liveRelease(link);
  return readdirSync(folder)
    .filter((name) => releaseName.test(name))
    .map((name) => ({ name, isLive: join(folder, name) === live, published: statSync(join(folder, name)).mtimeMs }))
    .sort((a, b) => b.published - a.published || (a.name < b.name ? 1 : -1))
    .map(({ name, isLive }) => ({ name, isLive }));
}

/** The folder that readers see; null where there is none yet. */
export function liveRelease(link: string): string | null {
  const entry = lstatSync(link, { throwIfNoEntry: false });
  if (entry === undefined) return null;
  if (!entry.isSymbolicLink()) return link;
  const target = resolve(dirname(link), readlinkSync(link));
  return existsSync(target) ? target : null;
}

/** Shows readers a release that stands ready. A folder that `npm run build` left at this place goes. */
export function showRelease(places: ReleasePlaces, name: string): void {
  const { link, folder, pending } = places;
  rmSync(pending, { force: true });
  symlinkSync(relative(dirname(link), join(folder, name)), pending);
  if (lstatSync(link, { throwIfNoEntry: false })?.isDirectory()) renameSync(link, join(folder, ".before"));
  renameSync(pending, link);
  removeFolder(join(folder, ".before"));
}

/**
 * Moves a finished site among the releases and shows it.
 *
 * @param now seconds since 1970: the order of releases is that of their publication
 * @returns false where this very release stood there already
 */
export async function addRelease(places: ReleasePlaces, site: string, name: string, now: number): Promise<boolean> {
  // Readable by the server, whatever rights its publisher's folders usually get.
  await mkdir(places.folder, { recursive: true });
  if (statSync(places.folder).uid === process.getuid?.()) chmodSync(places.folder, 0o755);
  const target = join(places.folder, name);
  const isNew = !existsSync(target);
  if (isNew) renameSync(site, target);
  utimesSync(target, now, now);
  showRelease(places, name);
  return isNew;
}

/** Removes all but the newest releases; the one that readers see stays. */
export function pruneReleases(places: ReleasePlaces, keep: number): void {
  const removed = listReleases(places).filter(({ isLive }, place) => place >= keep && !isLive);
  for (const { name } of removed) {
    // Out of sight first: a half removed folder is no release.
    const away = join(places.folder, `.removed-${randomBytes(4).toString("hex")}-${name}`);
    renameSync(join(places.folder, name), away);
    removeBeside(away);
  }
}

/** Finishes what a killed release left: a link that was not moved yet, folders that were being removed. */
export async function repairReleases({ link, folder, pending }: ReleasePlaces): Promise<void> {
  if (!existsSync(folder)) return;
  const before = join(folder, ".before");
  if (lstatSync(link, { throwIfNoEntry: false }) === undefined) {
    if (lstatSync(pending, { throwIfNoEntry: false })?.isSymbolicLink()) renameSync(pending, link);
    else if (existsSync(before)) renameSync(before, link);
  }
  const left = (await readdir(folder)).filter(
    (name) => name === basename(pending) || name === basename(before) || name.startsWith(".removed-"),
  );
  for (const name of left) removeBeside(join(folder, name));
}
