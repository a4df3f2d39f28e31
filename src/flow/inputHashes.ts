import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { filesBelow } from "../system/filesBelow.ts";
import type { ReleaseRecord } from "../publish/release/releaseRecord.ts";
import { contentHash } from "../system/contentHash.ts";

/** What decides how a portal looks, below its data folder; keys are left out, because their hash would be published. */
const settingsPaths =
  /^(?:portal\.yaml|takedowns\.csv|review\.csv|uses\.csv|help\.[a-z]+\.md|(?:sources|vocabulary(?:\/replies)?|calendars|languages|statements|reports)\/[^/]+)$/;

function inputFiles(folder: string): string[] {
  return filesBelow(folder).filter((file) => !basename(file).startsWith("."));
}

async function hashOfFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}

/** One hash over the names and contents of a portal's settings. */
export async function settingsHash(dataDir: string): Promise<string> {
  const files = inputFiles(dataDir).filter((path) => settingsPaths.test(path));
  return (await contentHash(dataDir, files)).digest("hex");
}

/** @returns what settingsHash gives, and the hash of each file of a portal's exports */
export async function inputHashes(dataDir: string): Promise<{ settings: string; inputs: ReleaseRecord["inputs"] }> {
  const exportsDir = join(dataDir, "exports");
  const inputs: ReleaseRecord["inputs"] = [];
  for (const file of inputFiles(exportsDir)) inputs.push({ file, sha256: await hashOfFile(join(exportsDir, file)) });
  return { settings: await settingsHash(dataDir), inputs };
}

export const toolVersion = (createRequire(import.meta.url)("../../package.json") as { version: string }).version;
