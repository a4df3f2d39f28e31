import type { PublicAppeal } from "../../model/appeal.ts";
import { visibleText, wordsOf, type SearchLanguage } from "../words/analyzer.ts";
import { textsOf, type AppealTexts } from "../format/appealTexts.ts";
import { ByteWriter } from "../format/byteNumbers.ts";
import { closedStems } from "../read/engine.ts";
import type { VocabularyEntry, WrittenForm } from "../format/vocabulary.ts";

/** Words without letters are numbers of houses and letters: nobody mistypes them into each other, and they are many. */
const hasLetter = /\p{L}/u;

/** What appeals are found by, as the index takes it, and the words that occur. */
export interface AnalyzedTexts {
  /** The stems of each appeal. */
  stems: string[];
  /** Every stem in order, with the forms in which it was written and in how many of these appeals. */
  words: VocabularyEntry[];
  /** In which of these appeals each stem stands, rising; in the order of `words`. */
  numbers: (readonly number[])[];
}

/** Lists one after the other, each with its length before it. */
export function encodeNumbers(lists: readonly (readonly number[])[]): Uint8Array {
  const writer = new ByteWriter();
  for (const list of lists) {
    writer.number(list.length);
    writer.steps(list);
  }
  return writer.part();
}

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Reads the words of appeals. An appeal without any (a sensitive topic) is found by filters only; Pagefind leaves out
 * what is empty, so it gets a word that no search asks for.
 */
export function analyzeTexts(appeals: readonly AppealTexts[], language: SearchLanguage): AnalyzedTexts {
  const counts = new Map<string, { stem: string; count: number; lastIn: number; having: number[] }>();
  const having = new Map<string, number[]>();
  const stems = appeals.map((texts, number) => {
    const parts = texts.map((text) => {
      const found: string[] = [];
      for (const { plain, stem } of wordsOf(visibleText(text), language)) {
        if (stem === null) continue;
        found.push(stem);
        let known = counts.get(plain);
        if (known === undefined) {
          const list = having.get(stem) ?? [];
          having.set(stem, list);
          counts.set(plain, (known = { stem, count: 0, lastIn: -1, having: list }));
        }
        if (known.lastIn === number) continue;
        known.count += 1;
        known.lastIn = number;
        if (known.having.at(-1) !== number) known.having.push(number);
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
  const sorted = [...words]
    .map(([stem, forms]) => ({ stem, forms: byFrequency(forms) }))
    .sort((a, b) => inOrder(a.stem, b.stem));
  return { stems, words: sorted, numbers: sorted.map(({ stem }) => having.get(stem) ?? []) };
}

/** The most frequent first. */
export function byFrequency(forms: readonly WrittenForm[]): WrittenForm[] {
  return forms.toSorted((a, b) => b.count - a.count || inOrder(a.form, b.form));
}

/** The stems of one appeal. */
export function searchableText(
  appeal: Pick<PublicAppeal, "text" | "reply" | "place">,
  placeNames: ReadonlyMap<string, string>,
  language: SearchLanguage,
): string {
  return analyzeTexts([textsOf(appeal, placeNames)], language).stems[0] ?? "";
}
