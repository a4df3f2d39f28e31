import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type CleaningRules } from "../../src/privacy/cleaningRules.ts";

const detectors = fileURLToPath(new URL("../../src/privacy/", import.meta.url));

/**
 * Stands for the detectors and the rules they work under: as long as it is the same, so is what they make of a text,
 * but for the place names, which are learned anew for every build. Made from the code itself, so that nobody has to
 * remember to raise a number.
 */
export async function detectorVersion(rules: CleaningRules): Promise<string> {
  const hash = createHash("sha256");
  const files = (await readdir(detectors, { recursive: true })).filter((file) => file.endsWith(".ts")).sort();
  for (const file of files) hash.update(file).update("\0").update(await readFile(join(detectors, file))).update("\0");
  const dictionary = createRequire(import.meta.url)("az/package.json") as { version: string };
  const { placeNames: _learned, ...others } = rules;
  return hash.update(dictionary.version).update(JSON.stringify(others)).digest("hex");
}
