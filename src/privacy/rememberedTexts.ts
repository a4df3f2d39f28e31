import { cleaningKey, detectionUnder, type CleaningRules, type WrittenText } from "./cleaningRules.ts";
import type { CleanedText } from "./cleanText.ts";
import { detect } from "./detect.ts";
import { fingerprint } from "./fingerprint.ts";
import { byForm } from "./structuralLook.ts";

/** One text in so many is read again as if nothing were remembered of it. */
const readAgain = 16;

/** Whether a text is read anew on this turn; every text is on one of sixteen turns that follow each other. */
export function isReadAgain(key: string, turn: number): boolean {
  return fingerprint(key) % readAgain === turn % readAgain;
}

/**
 * Whether what a build before made of a text is what this one would make of it. A seal proves who wrote a line down and
 * not that the detectors worked: so every such text is read by the detectors of numbers, addresses and links, and
 * one of sixteen by all of them, names included, and compared. All of them for all texts would cost what it costs to
 * remember nothing.
 *
 * Which of the sixteen parts that is goes on with every edition (`rules.turn`): after sixteen of them all have been read.
 *
 * @param clean what cleans texts under the same rules
 */
export function rememberedCheck(
  rules: CleaningRules,
  clean: (written: WrittenText) => CleanedText,
): (written: WrittenText, remembered: string) => boolean {
  const context = { ...detectionUnder(rules), classes: byForm };
  return (written, remembered) =>
    !detect(remembered, context).some(({ tier }) => tier === "confirmed") &&
    (!isReadAgain(cleaningKey(written, rules), rules.turn) || clean(written).text === remembered);
}
