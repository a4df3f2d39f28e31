import { createHash, createHmac } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { filesBelow } from "../system/filesBelow.ts";
import { checksumsFile, readChecksums } from "../publish/release/checksums.ts";
import { engineVersion } from "../system/engineVersion.ts";
import { contentHash } from "../system/contentHash.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** What a page says and how it is looked through is decided by these. */
const codePaths = ["src", "scripts", "public", "package-lock.json", "astro.config.mjs", "tsconfig.json"];

/** What is known of the site that readers see now, which passed the check before. */
export interface VerifiedBefore {
  /**
   * Path inside the site → SHA-256 and size, of files that the new site has in common with the old one (one file, two
   * names) and that have the bytes that were looked through. None where the new one lacks any other file of the old one:
   * links of pages could lead there.
   *
   * @param files all of the new site
   */
  passed(files: readonly string[]): Map<string, { sha256: string; size: number }>;
  /**
   * Writes down under which code and settings a site was checked.
   *
   * @param checksums the text of its list of checksums
   */
  keep(checksums: string): Promise<void>;
}

/**
 * @param markFile where `keep` writes; safe to delete: then everything is looked through again
 * @param live the site that readers see now; null: there is none
 * @param code what codeHash gives
 * @param settings stands for the settings of the portal, its lists of names included
 * @param key secret that seals what is written down; null: nothing is, since then anybody could have written it
 */
export async function openVerifiedBefore(
  markFile: string,
  live: string | null,
  siteDir: string,
  code: string,
  settings: string,
  key: string | null,
): Promise<VerifiedBefore> {
  const markOf = (checksums: string, secret: string) =>
    `${createHmac("sha256", secret).update(["verified", code, settings, engineVersion, checksums].join("\u0000")).digest("hex")}\n`;
  const checksums = live === null ? "" : await readFile(join(live, checksumsFile), "utf8").catch(() => "");
  const isSame =
    live !== null && key !== null && (await readFile(markFile, "utf8").catch(() => "")) === markOf(checksums, key);
  const hashes = isSame ? checksumsOf(checksums) : new Map<string, string>();
  return {
    passed(files) {
      const known = new Set(files);
      if (live === null || [...hashes.keys()].some((file) => !file.startsWith("search/") && !known.has(file)))
        return new Map();
      return new Map(
        files.flatMap((file) => {
          const sha256 = hashes.get(file);
          const size = sha256 === undefined ? null : sizeOfOneFile(join(live, file), join(siteDir, file));
          return sha256 === undefined || size === null || hashOf(join(siteDir, file)) !== sha256
            ? []
            : [[file, { sha256, size }] as const];
        }),
      );
    },
    async keep(placed) {
      if (key === null) return;
      await mkdir(dirname(markFile), { recursive: true });
      await writeFile(markFile, markOf(placed, key));
    },
  };
}

const hashOf = (path: string): string => createHash("sha256").update(readFileSync(path)).digest("hex");

/** Only a page that was taken over is one file under two names. */
function sizeOfOneFile(one: string, other: string): number | null {
  const [a, b] = [one, other].map((path) => statSync(path, { throwIfNoEntry: false }));
  return a !== undefined && b !== undefined && a.nlink > 1 && a.ino === b.ino && a.dev === b.dev ? a.size : null;
}

function checksumsOf(checksums: string): Map<string, string> {
  try {
    return readChecksums(checksums) ?? new Map<string, string>();
  } catch {
    // A site of a version that wrote no list: nothing of it is known.
    return new Map();
  }
}

let known: Promise<string> | null = null;

/** Stands for the code of this project that decides what a site says; what runs was read when it began. */
export function codeHash(): Promise<string> {
  return (known ??= readCodeHash());
}

async function readCodeHash(): Promise<string> {
  const files = codePaths.map((name) =>
    statSync(join(root, name)).isDirectory() ? filesBelow(join(root, name)).map((file) => `${name}/${file}`) : [name],
  );
  return (await contentHash(root, files.flat())).digest("hex");
}
