import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { checksumsFile, readChecksums } from "../../../src/publish/release/checksums.ts";
import { uploadPlan } from "../../../src/publish/release/uploadPlan.ts";

/** What a site costs a host: files, folders, bytes of the files and bytes that they take on this disk. */
export interface SiteSize {
  files: number;
  folders: number;
  bytes: number;
  onDisk: number;
}

export function siteSize(site: string): SiteSize {
  const size = { files: 0, folders: 0, bytes: 0, onDisk: 0 };
  const walk = (folder: string): void => {
    size.folders += 1;
    size.onDisk += statSync(folder).blocks * 512;
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) walk(path);
      else {
        const { size: bytes, blocks } = statSync(path);
        size.files += 1;
        size.bytes += bytes;
        size.onDisk += blocks * 512;
      }
    }
  };
  walk(site);
  return size;
}

/** Hashes by path of what a host holds. */
export const hostedFiles = (site: string): Map<string, string> =>
  readChecksums(readFileSync(join(site, checksumsFile), "utf8"))!;

/** How many files of each kind an upload would send, of those that the host does not hold yet. */
export function uploadSize(
  before: ReadonlyMap<string, string>,
  site: string,
): { sent: number; appeals: number; bytes: number; removed: number } {
  const { steps } = uploadPlan(before, hostedFiles(site));
  const sent = steps.filter(({ action }) => action !== "remove").map(({ file }) => file);
  return {
    sent: sent.length,
    appeals: sent.filter((file) => /^appeals\/(?:in\/|[a-z2-9]{10,}\/)/u.test(file)).length,
    bytes: sent.reduce((sum, file) => sum + statSync(join(site, file)).size, 0),
    removed: steps.length - sent.length,
  };
}
