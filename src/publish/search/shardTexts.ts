import { type PublicAppeal } from "../../model/appeal.ts";
import { visibleText, wordsOf, type SearchLanguage } from "../../site/search/analyzer.ts";
import { closedStems } from "../../site/search/engine.ts";
import { type VocabularyEntry, type WrittenForm } from "../../site/search/vocabulary.ts";

/**
 * What an appeal is found by: its text, the reply, and the name of its place, which people type as often as they choose
 * it from a list.
 */
export type AppealTexts = readonly [text: string, reply: string, place: string];

export function textsOf({ text, reply, place }: Pick<PublicAppeal, "text" | "reply" | "place">, placeNames: ReadonlyMap<string, string>): AppealTexts {
  return [text ?? "", reply ?? "", place === null ? "" : (placeNames.get(place) ?? "")];
}

/** Words without letters are numbers of houses and letters: nobody mistypes them into each other, and they are many. */
const hasLetter = /\p{L}/u;

/** What appeals are found by, as the index takes it, and the words that occur. */
export interface AnalyzedTexts {
  /** The stems of each appeal. */
  stems: string[];
  /** Every stem in order, with the forms in which it was written and in how many of these appeals. */
  words: VocabularyEntry[];
}

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Reads the words of appeals. An appeal without any (a sensitive topic) is found by filters only; Pagefind leaves out
 * what is empty, so it gets a word that no search asks for.
 */
export function analyzeTexts(appeals: readonly AppealTexts[], language: SearchLanguage): AnalyzedTexts {
  const counts = new Map<string, { stem: string; count: number; lastIn: number }>();
  const stems = appeals.map((texts, number) => {
    const parts = texts.map((text) => {
      const found: string[] = [];
      for (const { plain, stem } of wordsOf(visibleText(text), language)) {
        if (stem === null) continue;
        found.push(stem);
        const known = counts.get(plain);
        if (known === undefined) counts.set(plain, { stem, count: 1, lastIn: number });
        else if (known.lastIn !== number) {
          known.count += 1;
          known.lastIn = number;
        }
      }
      return closedStems(found);
    });
    const all = parts.join(" ");
    return all.trim() === "" ? closedStems([""]) : all;
  });
  const words = new Map<string, WrittenForm[]>();
  for (const [form, { stem, count }] of counts) {
    const forms = words.get(stem) ?? [];
    if (forms.length === 0) words.set(stem, forms);
    if (hasLetter.test(stem)) forms.push({ form, count });
  }
  return { stems, words: [...words].map(([stem, forms]) => ({ stem, forms: byFrequency(forms) })).sort((a, b) => inOrder(a.stem, b.stem)) };
}

/** The most frequent first. */
export function byFrequency(forms: readonly WrittenForm[]): WrittenForm[] {
  return forms.toSorted((a, b) => b.count - a.count || inOrder(a.form, b.form));
}

/** The stems of one appeal. */
export function searchableText(appeal: Pick<PublicAppeal, "text" | "reply" | "place">, placeNames: ReadonlyMap<string, string>, language: SearchLanguage): string {
  return analyzeTexts([textsOf(appeal, placeNames)], language).stems[0] ?? "";
}
