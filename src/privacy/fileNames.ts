import type { DetectionContext } from "./detect.ts";
import { personalIn } from "./labelNames.ts";

/** How a name is written where spaces are no use. */
const instead = /[_+-]+|(?<=\p{Ll})(?=\p{Lu})/gu;
const ending = /(?:\.\p{Ll}{1,7}\d?)+$/iu;

/**
 * Whether the name of a file, of a folder above it or of a part inside it says who somebody is. Names of exports are published:
 * with the figures, with the list of what a release was made of, and in what is told of single rows.
 *
 * @param path of an export, below its edition
 */
export function namesPerson(path: string, detection: DetectionContext): boolean {
  return path
    .split("/")
    .some((part) =>
      personalIn(part.replace(ending, "").replace(instead, " ").trim(), "places", detection).some(
        (span) => span.class === "name",
      ),
    );
}
