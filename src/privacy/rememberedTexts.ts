import { cleaningKey, detectionUnder, type CleaningRules, type WrittenText } from "./cleaningRules.ts";
import { type CleanedText } from "./cleanText.ts";
import { detect } from "./detect.ts";
import { fingerprint } from "./fingerprint.ts";
import { byForm } from "./structuralLook.ts";

/** One text in so many is read again as if nothing were remembered of it. */
const readAgain = 16;

/**
 * Whether what a build before made of a text is what this one would make of it. A seal proves who wrote a line down and
 * not that the detectors worked: so every such text is read by the detectors of numbers, addresses and links, and
 * one of sixteen by all of them, names included, and compared. All of them for all texts would cost what it costs to
 * remember nothing.
 *
 * @param clean what cleans texts under the same rules
 */
export function rememberedCheck(rules: CleaningRules, clean: (written: WrittenText) => CleanedText): (written: WrittenText, remembered: string) => boolean {
  const context = { ...detectionUnder(rules), classes: byForm };
  return (written, remembered) =>
    !detect(remembered, context).some(({ tier }) => tier === "confirmed") &&
    (fingerprint(cleaningKey(written, rules)) % readAgain !== 0 || clean(written).text === remembered);
}
