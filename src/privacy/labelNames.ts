import { looksLikePerson } from "../model/personName.ts";
import { isSoleTrader, isTitle } from "./firmNames.ts";
import { detect, type DetectionContext, type Span } from "./detect.ts";
import { stem } from "./names/stem.ts";

/** The lists whose labels come from the exports. */
export type LabelList = "agencies" | "topics" | "places";

const lettersOf = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0;
const isWhole = (label: string, { start, end }: Span): boolean =>
  lettersOf(label.slice(start, end)) === lettersOf(label);
const wordsOf = (text: string): number => text.match(/\p{L}+/gu)?.length ?? 0;
/** «Заречный», «Ветрогонский»: a district or a village much rather than a person. */
const isAdjective = /(?:[сц]к|н)(?:ий|ой|ый|ая|ое|ого|ому|им|ом)$/iu;

/** «Ветрогонский МР», «Заречный ГО»: kinds of municipalities look like initials. */
const isMunicipality = /(?:[сц]к|н)(?:ий|ой|ый|ого) (?:МР|МО|ГО|ГП|СП|МУ)$/u;

/** «Кузнецова»: as a genitive it is a street in a text; as the whole name of an agency it is whoever works there. */
const isSurnameOfAWoman = (label: string, { dictionary, placeNames }: DetectionContext): boolean => {
  if (!/^\p{Lu}\p{Ll}{2,}(?:ов|ев|ёв|ин|ын)а$/u.test(label)) return false;
  const word = label.toLowerCase();
  const { surname, noun, common } = dictionary.read(word);
  return surname && !(noun && common > 0.5) && !placeNames.has(stem(word));
};

/**
 * What of a label has to be masked: all that is certain, and of what is doubtful those names that a label can hardly be
 * anything but, because whoever sees a page of an agency takes its title for an agency. A lone word among places is left:
 * most of them are settlements that bear a name.
 */
export function personalIn(label: string, list: LabelList, detection: DetectionContext): Span[] {
  if (looksLikePerson(label)) return [{ start: 0, end: label.length, class: "name", tier: "confirmed" }];
  if (list === "agencies" && isSurnameOfAWoman(label, detection))
    return [{ start: 0, end: label.length, class: "name", tier: "doubtful" }];
  return detect(label, detection).filter((span) => {
    const name = label.slice(span.start, span.end);
    if (span.class === "name" && (isMunicipality.test(name) || isTitle(label, span, detection.dictionary)))
      return false;
    if (span.tier === "confirmed") return true;
    if (span.class !== "name") return false;
    return wordsOf(name) > 1 || (list !== "places" && isWhole(label, span) && !isAdjective.test(name));
  });
}

/** Whether a label names a person, perhaps with a post: a whole name stands in it, or hardly anything else does. A sole trader is a firm. */
export function isPerson(label: string, detection: DetectionContext): boolean {
  if (isSoleTrader(label)) return false;
  const names = personalIn(label, "agencies", detection).filter((span) => span.class === "name");
  return names.some((span) => wordsOf(label.slice(span.start, span.end)) > 1 || isWhole(label, span));
}
