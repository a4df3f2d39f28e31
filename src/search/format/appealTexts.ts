import { stemsOf, type SearchLanguage } from "../words/analyzer.ts";
import type { Query } from "../read/query.ts";

/**
 * What an appeal is found by, in this order: its text, the reply, and the name of its place, which people type as often as
 * they choose it from a list. Where the words of one end those of the next follow.
 */
export type AppealTexts = readonly [text: string, reply: string, place: string];

/** @param appeal as the portal publishes it; @param placeNames by code */
export function textsOf(
  { text, reply, place }: { text: string | null; reply: string | null; place: string | null },
  placeNames: ReadonlyMap<string, string>,
): AppealTexts {
  return [text ?? "", reply ?? "", place === null ? "" : (placeNames.get(place) ?? "")];
}

function follows(stems: readonly string[], phrase: readonly string[]): boolean {
  return stems.some((_, from) => phrase.every((stem, at) => stems[from + at] === stem));
}

/** Whether an appeal has every word of a query, and every phrase word by word; the index is right about the same ones. */
export function isHit(
  texts: AppealTexts,
  { words, phrases }: Pick<Query, "words" | "phrases">,
  language: SearchLanguage,
): boolean {
  const stems = texts.flatMap((text) => stemsOf(text, language));
  const known = new Set(stems);
  return words.every((word) => known.has(word)) && phrases.every((phrase) => follows(stems, phrase));
}
