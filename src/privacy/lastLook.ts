import { CHECKSUM_CLASSES } from "./classes.ts";
import { createDetectionContext, detect } from "./detect.ts";
import { plainText } from "./plainText.ts";

/**
 * The detectors' last look at what is about to be published: true where a text still holds an identifier whose check
 * digit proves it.
 */
export function lastLook(): (text: string, isPage: boolean) => boolean {
  const context = createDetectionContext({ classes: new Set(CHECKSUM_CLASSES) });
  return (text, isPage) => detect(isPage ? plainText(text) : text, context).some((span) => span.checksumValid === true);
}
