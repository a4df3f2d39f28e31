import { anchorsOf, referencesOf } from "./pageLinks.ts";

/** The detectors' last look at a text: the classes of personal data in it. */
export type LastLook = (text: string, isMarkup: boolean) => readonly string[];

/** What a stretch of markup holds: personal data that is left in it, where it leads, the anchors it offers. */
export interface Stretch {
  readonly classes: readonly string[];
  readonly references: readonly string[];
  readonly anchors: readonly string[];
}

/** More stretches than this are not kept: those that all pages share are met again at once. */
const kept = 50_000;
const nothing: Stretch = { classes: [], references: [], anchors: [] };

/**
 * Reads stretches of pages, each distinct one once: nine of ten on the page of an appeal are the frame that all of them
 * share.
 */
export function stretchReader(lastLook: LastLook): (text: string) => Stretch {
  const known = new Map<string, Stretch>();
  return (text) => {
    const before = known.get(text);
    if (before) return before;
    const stretch = { classes: lastLook(text, true), references: referencesOf(text), anchors: [...anchorsOf(text)] };
    const isEmpty = stretch.classes.length + stretch.references.length + stretch.anchors.length === 0;
    if (known.size >= kept) known.clear();
    // A copy: a piece of a page would keep the whole page in memory.
    known.set(Buffer.from(text).toString(), isEmpty ? nothing : stretch);
    return isEmpty ? nothing : stretch;
  };
}
