import { createHash } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";

/**
 * Parts of shards from build to build. An entry is named for everything that went into it, so that what did not change
 * is taken over byte for byte instead of being built again. Safe to delete.
 */
export interface ShardCache {
  /** A name for what goes into an entry. */
  keyOf: (...parts: (string | Uint8Array)[]) => string;
  /**
   * Puts the files of an entry into the site, building them where there is no such entry or it is damaged.
   *
   * @param build writes the files of a new entry; what it puts below `kept` stays in the cache. Gives back a name for them
   */
  provide: (key: string, outDir: string, build: (folder: string) => string | Promise<string>) => Promise<Provided>;
  /** Entries that this build did not use go. */
  keepOnly: (keys: ReadonlySet<string>) => void;
}

interface Provided {
  name: string;
  /** Whether it had to be built; false: it was taken over as it was. */
  built: boolean;
  /** Folder of the files that stay in the cache. */
  kept: string;
}

/** Folder of an entry whose files the build itself needs and the site does not. */
export const kept = "kept";

const entryFile = "entry.json";

interface Entry {
  name: string;
  /** Of all files together, to notice a damaged one. */
  digest: string;
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== entryFile)
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

function digestOf(folder: string, files: readonly string[]): string {
  const hash = createHash("sha256");
  for (const file of files)
    hash
      .update(file)
      .update("\0")
      .update(readFileSync(join(folder, file)))
      .update("\0");
  return hash.digest("hex");
}

/** The same file under another name where the disk can, else a copy. */
function linkOrCopy(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}

/** The entry as it was left; null where there is none or it is damaged. */
function wholeEntry(folder: string): { name: string; files: string[] } | null {
  if (!existsSync(join(folder, entryFile))) return null;
  const { name, digest } = JSON.parse(readFileSync(join(folder, entryFile), "utf8")) as Entry;
  const files = filesIn(folder);
  return digestOf(folder, files) === digest ? { name, files } : null;
}

/** Builds an entry beside its place: it is there whole or not at all. */
async function newEntry(
  folder: string,
  build: (folder: string) => string | Promise<string>,
): Promise<{ name: string; files: string[] }> {
  const unfinished = `${folder}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  const name = await build(unfinished);
  const files = filesIn(unfinished);
  writeFileSync(
    join(unfinished, entryFile),
    JSON.stringify({ name, digest: digestOf(unfinished, files) } satisfies Entry),
  );
  rmSync(folder, { recursive: true, force: true });
  renameSync(unfinished, folder);
  return { name, files };
}

/** @param folder of the cache; made where it is not there */
export function openShardCache(folder: string): ShardCache {
  mkdirSync(folder, { recursive: true });
  return {
    keyOf(...parts) {
      const hash = createHash("sha256");
      for (const part of parts) hash.update(part).update("\0");
      return hash.digest("hex").slice(0, 32);
    },
    async provide(key, outDir, build) {
      const entry = join(folder, key);
      const known = wholeEntry(entry);
      const { name, files } = known ?? (await newEntry(entry, build));
      for (const file of files) if (!file.startsWith(`${kept}/`)) linkOrCopy(join(entry, file), join(outDir, file));
      return { name, built: known === null, kept: join(entry, kept) };
    },
    keepOnly(keys) {
      for (const name of readdirSync(folder)) if (!keys.has(name)) rmSync(join(folder, name), { recursive: true });
    },
  };
}
