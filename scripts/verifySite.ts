import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { compareSite } from "../src/publish/release/compareSite.ts";
import { folderSource, webSource, type SiteSource } from "../src/publish/release/siteSource.ts";
import { checkSignature } from "../src/publish/sign/minisignature.ts";
import { keyNumber, readPublicKey } from "../src/publish/sign/minisignKey.ts";
import { filesBelow } from "../src/publish/filesBelow.ts";
import { type ReportWords } from "../src/report/reportStrings.ts";
import { languageOption, readOptions } from "./flow/readOptions.ts";
import { runCommand } from "./flow/runCommand.ts";
import { publicKeyName, signatureFile } from "./flow/sealSite.ts";

// npm run verify-site -- URL-or-DIR [--key KEY-or-FILE] [--language en]: whether a published site is what its press service
// published: every file by its checksum, the list by its signature, the counts by the record. Exit code 1 where it is not.
const { values, positionals } = readOptions({ allowPositionals: true, options: { key: { type: "string" }, language: { type: "string" } } });
const shownAtMost = 20;

await runCommand(
  "data",
  async ({ words }) => {
    const [place] = positionals;
    if (place === undefined || positionals.length > 1) {
      console.error(words.say("verifySite.usage"));
      process.exitCode = 2;
    } else process.exitCode = (await isAsPublished(place, words)) ? 0 : 1;
  },
  languageOption(values.language),
);

async function isAsPublished(place: string, words: ReportWords): Promise<boolean> {
  const isAddress = /^https?:\/\//.test(place);
  const site = isAddress ? webSource(place) : folderSource(resolve(place));
  const found = await compareSite(site, isAddress);
  if (found === null) {
    console.error(words.say("verifySite.noList"));
    return false;
  }
  const listed = new Set(found.files);
  const extra = isAddress ? [] : filesBelow(resolve(place)).filter((file) => !listed.has(file) && !/^SHA256SUMS(?:\.minisig)?$/.test(file));
  const faults = Object.entries({ changed: found.changed, missing: found.missing, extra, counts: found.counts }).flatMap(([fault, files]) => files.map((file) => `${file}: ${words.say(`verifySite.${fault}`)}`));
  for (const line of faults.slice(0, shownAtMost)) console.error(line);
  if (faults.length > shownAtMost) console.error(words.say("report.more"));
  if (faults.length === 0) console.log(words.say("verifySite.good", { files: words.number(found.files.length), edition: found.record.edition, appeals: words.number(found.record.appeals.counted) }));
  return faults.length === 0 && (await isSignedRight(site, found.list, words));
}

/** Says whose the signature is. With no key given an unsigned site is no fault. */
async function isSignedRight(site: SiteSource, list: Uint8Array, words: ReportWords): Promise<boolean> {
  const signature = await site.read(signatureFile);
  const given = values.key === undefined ? null : await readFile(values.key, "utf8").catch(() => values.key!);
  const own = await site.read(publicKeyName);
  const text = given ?? (own === null ? null : Buffer.from(own).toString("utf8"));
  if (signature === null || text === null) {
    console.error(words.say(given === null && signature === null ? "verifySite.signature.unchecked" : "verifySite.signature.none"));
    return given === null && signature === null;
  }
  const key = readPublicKey(text);
  if (key === null) {
    console.error(words.say("verifySite.signature.noKey", { key: values.key ?? publicKeyName }));
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
