import { resolve } from "node:path";
import { checksumsFile, readChecksums, sha256 } from "../../src/publish/release/checksums.ts";
import { folderSource, webSource, type SiteSource } from "../../src/publish/release/siteSource.ts";
import { uploadPlan } from "../../src/publish/release/uploadPlan.ts";
import { BuildStop } from "../../src/model/buildStop.ts";
import { signatureFile } from "../../src/flow/sealSite.ts";
import { command } from "./command.ts";

/** Hashes by path, the list itself and its signature among them. @throws BuildStop where the site has no list */
async function listOf(place: string): Promise<Map<string, string>> {
  const site: SiteSource = /^https?:\/\//.test(place) ? webSource(place) : folderSource(resolve(place));
  const list = await site.read(checksumsFile);
  const hashes = list === null ? null : readChecksums(Buffer.from(list).toString("utf8"));
  if (list === null || hashes === null) throw new BuildStop("SITE_UNLISTED", [], { site: place });
  const signature = await site.read(signatureFile);
  hashes.set(checksumsFile, sha256(list));
  if (signature !== null) hashes.set(signatureFile, sha256(signature));
  return hashes;
}

/** What has to go where the site OLD (none for a first upload) shall become NEW, in order. */
export const planUpload = command({
  name: "upload-plan",
  options: { files: { kind: "flag" }, language: { kind: "text", value: "ru|en" } },
  operands: { value: "NEW [OLD]", least: 1, most: 2 },
  examples: ["site https://otklik.example/", "site https://otklik.example/ --files"],
  portalOf: () => null,
  run: async ({ files }, [newPlace = "", oldPlace], { words }) => {
    const now = await listOf(newPlace);
    const before = oldPlace === undefined ? new Map<string, string>() : await listOf(oldPlace);
    const { steps, same } = uploadPlan(before, now);
    const signs = { add: "+", change: "*", remove: "-" } as const;
    for (const { action, file } of steps) {
      if (!files) console.log(`${signs[action]} ${file}`);
      else if (action !== "remove") console.log(file);
    }
    const count = (action: keyof typeof signs) => words.number(steps.filter((step) => step.action === action).length);
    console.error(
      steps.length === 0
        ? words.say("upload.none")
        : words.say("upload.total", {
            added: count("add"),
            changed: count("change"),
            removed: count("remove"),
            same: words.number(same),
          }),
    );
  },
});
