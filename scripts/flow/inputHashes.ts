import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, relative, sep } from "node:path";
import { pipeline } from "node:stream/promises";
import { type ReleaseRecord } from "../../src/publish/release/releaseRecord.ts";

/** What decides how a portal looks, below its data folder; keys are left out, because their hash would be published. */
const settingsPaths = /^(?:portal\.yaml|takedowns\.csv|review\.csv|(?:sources|vocabulary|calendars|languages)\/[^/]+)$/;

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}

async function hashOfFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}

/** @returns one hash over the names and contents of a portal's settings, and the hash of each file of its exports */
export async function inputHashes(dataDir: string): Promise<{ settings: string; inputs: ReleaseRecord["inputs"] }> {
  const settings = createHash("sha256");
  for (const file of (await filesBelow(dataDir)).filter((path) => settingsPaths.test(path))) {
    settings.update(file).update("\0").update(await readFile(join(dataDir, file))).update("\0");
  }
  const exportsDir = join(dataDir, "exports");
  const inputs: ReleaseRecord["inputs"] = [];
  for (const file of await filesBelow(exportsDir)) inputs.push({ file, sha256: await hashOfFile(join(exportsDir, file)) });
  return { settings: settings.digest("hex"), inputs };
}

export const toolVersion = (createRequire(import.meta.url)("../../package.json") as { version: string }).version;
