import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { siteFiles } from "../verify/siteFiles.ts";
import { checksumsFile, readChecksums } from "./checksums.ts";

/** Files of a site that are not as its list of checksums says, each sorted. */
export interface Difference {
  /** Files that were compared. */
  files: number;
  changed: string[];
  missing: string[];
  /** In the folder and not in the list; unknown of a site on the web. */
  extra: string[];
}

/** The list itself and its signature, which no list can hold. */
const unlisted = /^SHA256SUMS(?:\.minisig)?$/u;

/** @returns null where the folder has no readable list */
export async function checkFolder(site: string): Promise<Difference | null> {
  const listed = readChecksums(await readFile(join(site, checksumsFile), "utf8").catch(() => ""));
  if (listed === null) return null;
  const files = await siteFiles(site);
  const known = new Set(files);
  const changed: string[] = [];
  for (const [file, expected] of listed) {
    if (!known.has(file)) continue;
    const hash = createHash("sha256");
    await pipeline(createReadStream(join(site, file)), hash);
    if (hash.digest("hex") !== expected) changed.push(file);
  }
  return {
    files: listed.size,
    changed,
    missing: [...listed.keys()].filter((file) => !known.has(file)),
    extra: files.filter((file) => !listed.has(file) && !unlisted.test(file)),
  };
}
