import { randomBytes } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { contentHash } from "./contentHash.ts";
import { filesBelow } from "./filesBelow.ts";
import { underLock } from "./lockFile.ts";

/** What nobody has asked for in a day goes when something else is made. */
const unusedFor = 24 * 60 * 60 * 1000;

/** Stands beside what is kept, and for its names and contents. */
const hashFile = (folder: string): string => `${folder}.sha256`;

/**
 * Gives a folder that was made before, or makes it: once, whoever asks at once, each waiting while something is made. It
 * appears whole, in one step; a folder of which a machine that lost its power kept half is made again.
 *
 * @param kept where such folders stay, on one disk; safe to delete
 * @param key stands for everything that decides what is made; a name for a file
 * @param make fills a folder that is there and empty
 * @returns its path; it stays for a day at least
 * @throws what `make` throws; then nothing is kept
 */
export function keptFolder(kept: string, key: string, make: (folder: string) => Promise<void>): Promise<string> {
  // The lock tells processes apart, and no more.
  const given = last.then(() => keptOrMade(kept, key, make));
  last = given.catch(() => undefined);
  return given;
}

let last: Promise<unknown> = Promise.resolve();

async function keptOrMade(kept: string, key: string, make: (folder: string) => Promise<void>): Promise<string> {
  const folder = join(kept, key);
  if (await isWhole(folder)) return folder;
  await mkdir(kept, { recursive: true });
  await underLock(`${kept}.lock`, async () => {
    if (await isWhole(folder)) return;
    await removeUnused(kept);
    // Under a name that nobody else has: a process that was killed may write for a moment more.
    const part = `${folder}.${process.pid}-${randomBytes(4).toString("hex")}`;
    try {
      await mkdir(part);
      await make(part);
      await rm(folder, { recursive: true, force: true });
      await writeFile(hashFile(folder), await hashOf(part));
      await rename(part, folder);
    } finally {
      await rm(part, { recursive: true, force: true });
    }
  });
  return folder;
}

const hashOf = async (folder: string): Promise<string> => (await contentHash(folder, filesBelow(folder))).digest("hex");

async function isWhole(folder: string): Promise<boolean> {
  const written = await readFile(hashFile(folder), "utf8").catch(() => null);
  if (written === null || written !== (await hashOf(folder).catch(() => null))) return false;
  const now = new Date();
  // Where nothing may be written, nothing is removed either.
  await utimes(folder, now, now).catch(() => undefined);
  return true;
}

async function removeUnused(kept: string): Promise<void> {
  const before = Date.now() - unusedFor;
  for (const name of await readdir(kept)) {
    const path = join(kept, name);
    if ((await stat(path)).mtimeMs < before) await rm(path, { recursive: true, force: true });
  }
}
