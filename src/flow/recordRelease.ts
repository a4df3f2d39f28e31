import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type StoredFacts } from "../model/facts.ts";
import { withRepeats } from "../model/singleChannel.ts";
import { idsMark } from "../privacy/publicId.ts";
import { releaseRecord, releaseRecordFile, type ReleaseRecord } from "../publish/release/releaseRecord.ts";
import { writeShare } from "../publish/share/writeShare.ts";
import { type Settings } from "../settings/readSettings.ts";
import { inputHashes, toolVersion } from "./inputHashes.ts";

/**
 * Writes what travels with links, and the record of what the site was made of.
 *
 * @param takedownsRemembered how many appeals are known to be taken down
 */
export async function recordRelease(
  settings: Settings,
  facts: StoredFacts,
  siteDir: string,
  takedownsRemembered: number,
): Promise<ReleaseRecord> {
  await writeShare(withRepeats(facts), siteDir);
  const { settings: settingsHash, inputs } = await inputHashes(settings.dataDir);
  const memory =
    facts.portal.appeals === "full" ? { ids: idsMark(settings.idKey), remembered: takedownsRemembered } : null;
  const record = releaseRecord(facts, toolVersion, settingsHash, inputs, memory);
  await writeFile(join(siteDir, releaseRecordFile), `${JSON.stringify(record, null, 2)}\n`);
  return record;
}
