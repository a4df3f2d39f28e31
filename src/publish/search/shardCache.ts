import { createHash } from "node:crypto";
import { copyFileSync, existsSync, linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Shard } from "../../site/search/manifest.ts";

/**
 * The files of shards from build to build. An entry is named for everything that went into it, so that a shard whose
 * appeals did not change is taken over byte for byte instead of being built again. Safe to delete.
 */
export interface ShardCache {
  /** A name for what goes into a shard. */
  keyOf: (...parts: (string | Uint8Array)[]) => string;
  /** Puts the files of an entry into the site; null where there is none or it is damaged. */
  take: (key: string, outDir: string) => Shard | null;
  /** Where to write the files of a new entry, and what to call when they are whole. */
  begin: (key: string) => { folder: string; finish: (shard: Shard) => void };
  /** Entries that this build did not use go. */
  keepOnly: (keys: ReadonlySet<string>) => void;
}

const entryFile = "entry.json";

interface Entry {
  shard: Shard;
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
  for (const file of files) hash.update(file).update("\0").update(readFileSync(join(folder, file))).update("\0");
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

/** @param folder of the cache; made where it is not there */
export function openShardCache(folder: string): ShardCache {
  mkdirSync(folder, { recursive: true });
  return {
    keyOf(...parts) {
      const hash = createHash("sha256");
      for (const part of parts) hash.update(part).update("\0");
      return hash.digest("hex").slice(0, 32);
    },
    take(key, outDir) {
      const from = join(folder, key);
      if (!existsSync(join(from, entryFile))) return null;
      const { shard, digest } = JSON.parse(readFileSync(join(from, entryFile), "utf8")) as Entry;
      const files = filesIn(from);
      if (digestOf(from, files) !== digest) {
        rmSync(from, { recursive: true });
        return null;
      }
      for (const file of files) linkOrCopy(join(from, file), join(outDir, file));
      return shard;
    },
    begin(key) {
      const unfinished = join(folder, `${key}.new`);
      rmSync(unfinished, { recursive: true, force: true });
      mkdirSync(unfinished, { recursive: true });
      return {
        folder: unfinished,
        finish(shard) {
          writeFileSync(join(unfinished, entryFile), JSON.stringify({ shard, digest: digestOf(unfinished, filesIn(unfinished)) } satisfies Entry));
          rmSync(join(folder, key), { recursive: true, force: true });
          renameSync(unfinished, join(folder, key));
        },
      };
    },
    keepOnly(keys) {
      for (const name of readdirSync(folder)) if (!keys.has(name)) rmSync(join(folder, name), { recursive: true });
    },
  };
}
