import { createHmac } from "node:crypto";
import { type CleaningRules, detectionUnder, type WrittenText } from "./cleaningRules.ts";
import type { PersonalDataClass } from "./classes.ts";
import { detect, type Span } from "./detect.ts";
import { doubtOf, type DoubtReason, mayStay } from "./doubt.ts";
import { mask } from "./mask.ts";
import { plainText } from "./plainText.ts";
import { signatureNames } from "./replySignature.ts";

/** A doubtful find that nobody has judged yet: where it is and what it may be, never what it says. */
export interface DoubtfulFind {
  readonly class: PersonalDataClass;
  /** Number of its first character in the plain text, from 1. */
  readonly at: number;
  /** Keyed hash of the find and the words around it: the same find gets the same hash in every build. */
  readonly hash: string;
  /** What else it may be, and how much that is to be thought, from 0 to 1. */
  readonly reason: DoubtReason;
  readonly degree: number;
}

/** What became of a text. Counts only, beside the text itself. */
export interface CleanedText {
  readonly text: string;
  readonly counts: readonly (readonly [PersonalDataClass, number])[];
  readonly doubtful: readonly DoubtfulFind[];
  /** How many of the masked finds of each class were doubtful. */
  readonly maskedDoubtful: readonly (readonly [PersonalDataClass, number])[];
  /** Classes that were still found after everything found had been masked. */
  readonly left: readonly PersonalDataClass[];
  /** Which place names the answer rests on: while these answers are the same, so is the text. */
  readonly placesAsked: readonly (readonly [stem: string, known: boolean])[];
}

/** A mask may bring together what stood apart, so what was masked is read again. */
const readings = 3;
const wordsAround = 2;

/**
 * Prepares the cleaning of texts under a portal's rules: markup resolved, confirmed finds masked by type, doubtful ones
 * masked, kept or judged by a person as the rules say. No confirmed find is left in a text that comes back with nothing
 * `left`, but the signer of a reply where the rules let signatures stay.
 */
export function textCleaner(rules: CleaningRules): (written: WrittenText) => CleanedText {
  const known = detectionUnder(rules);
  const asked = new Map<string, boolean>();
  const context = {
    ...known,
    placeNames: {
      stems: known.placeNames.stems,
      has: (stem: string) => {
        const answer = known.placeNames.has(stem);
        asked.set(stem, answer);
        return answer;
      },
    },
  };
  const isMasked = (span: Span, text: string): boolean => {
    if (!mayStay(span)) return true;
    const decision =
      Object.keys(rules.decisions).length === 0 ? undefined : rules.decisions[hashOf(span, text, rules.key)];
    return decision === undefined ? rules.doubtful !== "keep" : decision === "mask";
  };

  return ({ text: raw, field, named }) => {
    const keepsSigner = rules.replySignatures === "keep" && field === "reply";
    const read = (text: string): Span[] => {
      const spans = detect(text, { ...context, field, named });
      const kept = keepsSigner ? signatureNames(text, spans) : null;
      return kept ? spans.filter((span) => !kept.has(span)) : spans;
    };
    asked.clear();
    let text = plainText(raw);
    const spans = read(text);
    const doubtful = rules.doubtful === "review" ? unjudged(text, spans, rules) : [];
    const counts = new Map<PersonalDataClass, number>();
    const maskedDoubtful = new Map<PersonalDataClass, number>();
    let found = spans.filter((span) => isMasked(span, text));
    for (let reading = 0; reading < readings && found.length > 0; reading++) {
      const masked = mask(text, found, { language: rules.language });
      text = masked.text;
      for (const { class: kind, tier } of found)
        if (tier === "doubtful") maskedDoubtful.set(kind, (maskedDoubtful.get(kind) ?? 0) + 1);
      for (const [kind, count] of masked.counts) counts.set(kind, (counts.get(kind) ?? 0) + count);
      found = read(text).filter((span) => span.tier === "confirmed");
    }
    return {
      text,
      counts: [...counts],
      doubtful,
      maskedDoubtful: [...maskedDoubtful],
      left: [...new Set(found.map((span) => span.class))],
      placesAsked: [...asked],
    };
  };
}

function unjudged(text: string, spans: readonly Span[], rules: CleaningRules): DoubtfulFind[] {
  return spans
    .filter(mayStay)
    .map((span) => ({
      class: span.class,
      at: span.start + 1,
      hash: hashOf(span, text, rules.key),
      ...doubtOf(span, text),
    }))
    .filter(({ hash }) => rules.decisions[hash] === undefined);
}

/** A street named in one sentence may be a person in another, so the words around belong to what was judged. */
function hashOf(span: Span, text: string, key: string): string {
  const words = (part: string) => part.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const before = words(text.slice(Math.max(0, span.start - 60), span.start)).slice(-wordsAround);
  const after = words(text.slice(span.end, span.end + 60)).slice(0, wordsAround);
  const content = [
    span.class,
    ...before,
    "\u0000",
    ...words(text.slice(span.start, span.end)),
    "\u0000",
    ...after,
  ].join(" ");
  return createHmac("sha256", key).update(content).digest("hex").slice(0, 24);
}
