import { resolve } from "node:path";
import { checksumsFile, readChecksums, sha256 } from "../src/publish/release/checksums.ts";
import { folderSource, webSource, type SiteSource } from "../src/publish/release/siteSource.ts";
import { uploadPlan } from "../src/publish/release/uploadPlan.ts";
import { languageOption, readOptions } from "./flow/readOptions.ts";
import { runCommand } from "./flow/runCommand.ts";
import { signatureFile } from "./flow/sealSite.ts";

// npm run -s upload-plan -- NEW [OLD] [--files] [--language en]: what has to go where the site OLD (a folder or an address;
// none for a first upload) shall become NEW, in order. --files prints only the paths to upload, for rsync or a loop.
const { values, positionals } = readOptions({ allowPositionals: true, options: { files: { type: "boolean", default: false }, language: { type: "string" } } });

/** Hashes by path, the list itself and its signature among them. */
async function listOf(place: string): Promise<Map<string, string> | null> {
  const site: SiteSource = /^https?:\/\//.test(place) ? webSource(place) : folderSource(resolve(place));
  const list = await site.read(checksumsFile);
  const hashes = list === null ? null : readChecksums(Buffer.from(list).toString("utf8"));
  if (list === null || hashes === null) return null;
  const signature = await site.read(signatureFile);
  hashes.set(checksumsFile, sha256(list));
  if (signature !== null) hashes.set(signatureFile, sha256(signature));
  return hashes;
}

await runCommand(
  "data",
  async ({ words }) => {
    const [newPlace, oldPlace] = positionals;
    const now = newPlace === undefined ? null : await listOf(newPlace);
    const before = oldPlace === undefined ? new Map<string, string>() : await listOf(oldPlace);
    if (now === null || before === null) {
      console.error(words.say("verifySite.noList"));
      process.exitCode = 1;
      return;
    }
    const { steps, same } = uploadPlan(before, now);
    const signs = { add: "+", change: "*", remove: "-" } as const;
    for (const { action, file } of steps) {
      if (!values.files) console.log(`${signs[action]} ${file}`);
      else if (action !== "remove") console.log(file);
    }
    const count = (action: keyof typeof signs) => words.number(steps.filter((step) => step.action === action).length);
    console.error(steps.length === 0 ? words.say("upload.none") : words.say("upload.total", { added: count("add"), changed: count("change"), removed: count("remove"), same: words.number(same) }));
  },
  languageOption(values.language),
);
