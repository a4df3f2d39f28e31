import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { compareSite } from "../../src/publish/release/compareSite.ts";
import { folderSource, type SiteSource, webSource } from "../../src/publish/release/siteSource.ts";
import { checkSignature } from "../../src/publish/sign/minisignature.ts";
import { keyNumber, readPublicKey } from "../../src/publish/sign/minisignKey.ts";
import { filesBelow } from "../../src/system/filesBelow.ts";
import type { ReportWords } from "../../src/words/reportStrings.ts";
import { BuildStop } from "../../src/model/buildStop.ts";
import { command } from "./command.ts";
import { publicKeyName, signatureFile } from "../../src/flow/sealSite.ts";

const shownAtMost = 20;

/** Says whose the signature is. With no key given an unsigned site is no fault. @param ofReader the public key, or its file */
async function isSignedRight(
  site: SiteSource,
  list: Uint8Array,
  ofReader: string | null,
  words: ReportWords,
): Promise<boolean> {
  const signature = await site.read(signatureFile);
  const given = ofReader === null ? null : await readFile(ofReader, "utf8").catch(() => ofReader);
  const own = await site.read(publicKeyName);
  const text = given ?? (own === null ? null : Buffer.from(own).toString("utf8"));
  if (signature === null || text === null) {
    console.error(
      words.say(given === null && signature === null ? "verifySite.signature.unchecked" : "verifySite.signature.none"),
    );
    return given === null && signature === null;
  }
  const key = readPublicKey(text);
  if (key === null) {
    console.error(words.say("verifySite.signature.noKey", { key: ofReader ?? publicKeyName }));
    return false;
  }
  const verdict = checkSignature(list, Buffer.from(signature).toString("utf8"), key);
  if (verdict.state !== "good") {
    console.error(words.say(`verifySite.signature.${verdict.state}`));
    return false;
  }
  console.log(words.say("verifySite.signature.good", { key: keyNumber(key), comment: verdict.comment }));
  if (given === null) console.error(words.say("verifySite.ownKey", { key: keyNumber(key) }));
  return true;
}

/**
 * Whether a published site is what its press service published: every file by its checksum, the list by its signature, the
 * counts by the record.
 */
export const verifySite = command({
  name: "verify-site",
  options: { key: { kind: "text", value: "KEY" }, language: { kind: "text", value: "ru|en" } },
  operands: { value: "SITE", least: 1, most: 1 },
  examples: ["https://otklik.example/ --key press.key.pub"],
  portalOf: () => null,
  run: async ({ key }, [place = ""], { words }) => {
    const isAddress = /^https?:\/\//.test(place);
    const site = isAddress ? webSource(place) : folderSource(resolve(place));
    const found = await compareSite(site, isAddress);
    if (found === null) throw new BuildStop("SITE_UNLISTED", [], { site: place });

    const listed = new Set(found.files);
    const extra = isAddress
      ? []
      : filesBelow(resolve(place)).filter((file) => !listed.has(file) && !/^SHA256SUMS(?:\.minisig)?$/.test(file));
    const faults = (
      [
        ["changed", found.changed],
        ["missing", found.missing],
        ["extra", extra],
        ["counts", found.counts],
      ] as const
    ).flatMap(([fault, files]) => files.map((file) => `${file}: ${words.say(`verifySite.${fault}`)}`));
    for (const line of faults.slice(0, shownAtMost)) console.error(line);
    if (faults.length > shownAtMost) console.error(words.say("report.more"));
    if (faults.length === 0)
      console.log(
        words.say("verifySite.good", {
          files: words.number(found.files.length),
          edition: found.record.edition,
          appeals: words.number(found.record.appeals.counted),
        }),
      );
    process.exitCode = faults.length === 0 && (await isSignedRight(site, found.list, key ?? null, words)) ? 0 : 1;
  },
});
