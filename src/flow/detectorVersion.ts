import { fileURLToPath } from "node:url";
import type { CleaningRules } from "../privacy/cleaningRules.ts";
import { requireWholeDictionary } from "../privacy/dictionaryFiles.ts";
import { filesBelow } from "../system/filesBelow.ts";
import { engineVersion } from "../system/engineVersion.ts";
import { contentHash } from "../system/contentHash.ts";

const sources = fileURLToPath(new URL("../", import.meta.url));

/** The detectors, and the room whose rules they may ask: nothing else is imported there. */
const rooms = /^(?:privacy|model)\/.*\.ts$/u;

/**
 * Stands for the detectors and the rules they work under: as long as it is the same, so is what they make of a text,
 * but for the place names, which are learned anew for every build. Made from the bytes of all that decides (our code, the
 * dictionary, the engine that runs patterns and knows letters), so that nobody has to remember to raise a number.
 *
 * @throws BuildStop DETECTOR_FAILED where the dictionary is damaged
 */
export async function detectorVersion(rules: CleaningRules): Promise<string> {
  const hash = await contentHash(
    sources,
    filesBelow(sources).filter((file) => rooms.test(file)),
  );
  const { placeNames: _learned, turn: _part, ...others } = rules;
  return hash.update(requireWholeDictionary()).update(engineVersion).update(JSON.stringify(others)).digest("hex");
}
