import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { StoredFacts } from "../model/facts.ts";
import { withRepeats } from "../model/singleChannel.ts";
import { idsMark } from "../privacy/publicId.ts";
import { appealRewrite, appealRewriteFile } from "../publish/appealRewrite.ts";
import { releaseRecord, releaseRecordFile, type ReleaseRecord } from "../publish/release/releaseRecord.ts";
import { writeShare } from "../publish/share/writeShare.ts";
import type { Settings } from "../settings/readSettings.ts";
import { inputHashes, toolVersion } from "./inputHashes.ts";

/**
 * Writes what travels with links, the rule by which a server finds appeals in bundles, and the record of what the site was made of.
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
  const { address, appealBundles } = facts.portal;
  if (appealBundles !== undefined)
    await writeFile(join(siteDir, appealRewriteFile), appealRewrite(address, appealBundles));
  const { settings: settingsHash, inputs } = await inputHashes(settings.dataDir);
  const memory =
    facts.portal.appeals === "full"
      ? { ids: idsMark(settings.idKey, settings.portal.idLetters), remembered: takedownsRemembered }
      : null;
  const record = releaseRecord(facts, toolVersion, settingsHash, inputs, memory);
  await writeFile(join(siteDir, releaseRecordFile), `${JSON.stringify(record, null, 2)}\n`);
  return record;
}
