import { looksLikePerson } from "../model/personName.ts";
import { detect, type DetectionContext, type Span } from "./detect.ts";

/** The lists whose labels come from the exports. */
export type LabelList = "agencies" | "topics" | "places";

const lettersOf = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0;
const isWhole = (label: string, { start, end }: Span): boolean => lettersOf(label.slice(start, end)) === lettersOf(label);
const wordsOf = (text: string): number => text.match(/\p{L}+/gu)?.length ?? 0;
/** «Заречный», «Ветрогонский»: a district or a village much rather than a person. */
const isAdjective = /(?:[сц]к|н)(?:ий|ой|ый|ая|ое|ого|ому|им|ом)$/iu;

/** «Ветрогонский МР», «Заречный ГО»: kinds of municipalities look like initials. */
const isMunicipality = /(?:[сц]к|н)(?:ий|ой|ый|ого) (?:МР|МО|ГО|ГП|СП|МУ)$/u;

/**
 * What of a label has to be masked: all that is certain, and of what is doubtful those names that a label can hardly be
 * anything but, because whoever sees a page of an agency takes its title for an agency. A lone word among places is left:
 * most of them are settlements that bear a name.
 */
export function personalIn(label: string, list: LabelList, detection: DetectionContext): Span[] {
  if (looksLikePerson(label)) return [{ start: 0, end: label.length, class: "name", tier: "confirmed" }];
  return detect(label, detection).filter((span) => {
    const name = label.slice(span.start, span.end);
    if (span.class === "name" && isMunicipality.test(name)) return false;
    if (span.tier === "confirmed") return true;
    if (span.class !== "name") return false;
    return wordsOf(name) > 1 || (list !== "places" && isWhole(label, span) && !isAdjective.test(name));
  });
}

/** Whether a label names a person, perhaps with a post: a whole name stands in it, or hardly anything else does. */
export function isPerson(label: string, detection: DetectionContext): boolean {
  const names = personalIn(label, "agencies", detection).filter((span) => span.class === "name");
  return names.some((span) => wordsOf(label.slice(span.start, span.end)) > 1 || isWhole(label, span));
}
