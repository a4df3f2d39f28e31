import { randomOf } from "../../../demo/random.ts";
import { visibleText, wordsOf } from "../../../src/search/words/analyzer.ts";
import type { SearchCorpus } from "./corpus.ts";

/**
 * Questions as people type them: one to three words that stand near each other in some appeal, inflected as they stand
 * there; every tenth in quotes. Rare words come as often as they do in the texts.
 */
export function sampleQueries(corpus: SearchCorpus, count: number): string[] {
  const random = randomOf("queries");
  const queries: string[] = [];
  while (queries.length < count) {
    const appeal = corpus.appeal(Math.floor(random.next() * corpus.size));
    const text = visibleText(random.chance(0.8) ? (appeal.text ?? "") : (appeal.reply ?? ""));
    const words = wordsOf(text, "ru")
      .filter(({ stem, start, end }) => stem !== null && end - start > 2 && !/\d/.test(stem))
      .map(({ start, end }) => text.slice(start, end));
    const wanted = 1 + random.weighted([4, 4, 2]);
    if (words.length < wanted) continue;
    const at = Math.floor(random.next() * (words.length - wanted + 1));
    const typed = words.slice(at, at + wanted).join(" ");
    queries.push(wanted > 1 && queries.length % 10 === 9 ? `«${typed}»` : typed);
  }
  return queries;
}
