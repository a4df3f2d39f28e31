import { type PersonalDataClass } from "./classes.ts";
import { type DetectionContext } from "./detectionContext.ts";
import { findDocuments } from "./identifiers/documents.ts";
import { findEmails } from "./identifiers/email.ts";
import { findPhones } from "./identifiers/phone.ts";
import { findProfiles } from "./identifiers/profile.ts";
import { findNames } from "./names/findNames.ts";
import { normalise } from "./normalise.ts";
import { resolveOverlaps, type Span } from "./span.ts";

export { createDetectionContext, type DetectionContext } from "./detectionContext.ts";
export { type Span } from "./span.ts";

/** One detector: which classes it looks for, and the pure function that finds them in a shadow. */
interface Detector {
  readonly classes: readonly PersonalDataClass[];
  readonly find: (text: string, context: DetectionContext) => Span[];
}

const DETECTORS: readonly Detector[] = [
  { classes: ["email"], find: findEmails },
  { classes: ["profile", "post", "name"], find: findProfiles },
  { classes: ["snils", "inn", "card"], find: findDocuments },
  { classes: ["phone"], find: findPhones },
  { classes: ["name"], find: findNames },
];

/**
 * Finds personal data in a plain text (markup is resolved before, by `plainText`).
 * @returns spans in text order that do not overlap, with UTF-16 offsets into `text` as given
 */
export function detect(text: string, context: DetectionContext): Span[] {
  const shadow = normalise(text);
  const wanted = context.classes;
  const found: Span[] = [];
  for (const detector of DETECTORS) {
    if (wanted && !detector.classes.some((id) => wanted.has(id))) continue;
    for (const span of detector.find(shadow.text, context)) found.push(span);
  }
  return resolveOverlaps(found, shadow.text.length)
    .filter((span) => (!wanted || wanted.has(span.class)) && !context.allowList.allows(shadow.text.slice(span.start, span.end), span.class))
    .map((span) => ({ ...span, start: shadow.originalStart(span.start), end: shadow.originalEnd(span.end) }));
}
