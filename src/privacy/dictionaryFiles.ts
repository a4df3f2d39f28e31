import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { orDetectorFailed } from "./detectorFailed.ts";

/** The files of OpenCorpora's dictionary that decide which words are names, each with the SHA-256 of the bytes we measured with. */
export const dictionaryFiles: Readonly<Record<string, string>> = {
  "gramtab-opencorpora-int.json": "94e953a08c6a2cc8de9b396b096f441fcc5291f3ab3c43f9adfff57c289b04d6",
  "p_t_given_w.intdawg": "359a4ee4d6bdfb9752080e919ff4b99b2a2bdc87d5c8de9fb6af3e73fac5e908",
  "paradigms.array": "d8e26bda48129a8da09232ad5e45d211174fed8801dd838ed682ba17b6e65cfc",
  "prediction-suffixes-0.dawg": "d76953a94cf1da1d2c17eccb30e741a814547b1a9f84a977cfaa1baf3db30670",
  "words.dawg": "b4c5ea5632e2d80eaf316f85f2177c8a28b74484c6efdb70d9cc1bf36848f182",
};

/** Where the package with the dictionary keeps it. */
export function dictionaryFolder(): string {
  return join(dirname(createRequire(import.meta.url).resolve("az/package.json")), "dicts");
}

/** A file of the dictionary has other bytes than those the detectors were measured with. */
class DamagedDictionary extends Error {}

/**
 * A dictionary with a hole finds most names and publishes the rest, which no short test can see: every byte has to be
 * the one that was measured. Whoever brings a new dictionary measures it and writes its hashes here.
 *
 * @returns one hash of all files, for whatever is remembered of what the dictionary made of texts
 * @throws BuildStop DETECTOR_FAILED where a file is missing or another
 */
export function requireWholeDictionary(folder: string = dictionaryFolder()): string {
  return orDetectorFailed(() => {
    const all = createHash("sha256");
    for (const [name, expected] of Object.entries(dictionaryFiles)) {
      const found = createHash("sha256")
        .update(readFileSync(join(folder, name)))
        .digest("hex");
      if (found !== expected) throw new DamagedDictionary();
      all.update(found);
    }
    return all.digest("hex");
  });
}
