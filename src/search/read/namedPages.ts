import { visibleText, wordsOf, type SearchLanguage } from "../words/analyzer.ts";

/** Pages offered at once. */
const mostPages = 3;

/** Small words are read too: «без ответа» is another thing than «ответ». */
const readWords = (text: string, language: SearchLanguage): Set<string> =>
  new Set(wordsOf(visibleText(text), language).map(({ stem, plain }) => stem ?? plain));

/**
 * Which pages of the portal somebody asks for: those one of whose phrases is at least half of the query, in whatever order and
 * form of its words. The longest phrase first.
 *
 * @param pages phrases of each
 * @returns places in `pages`
 */
export function namedPages(typed: string, pages: readonly (readonly string[])[], language: SearchLanguage): number[] {
  const asked = readWords(typed, language);
  const said = (phrase: string): number => {
    const words = readWords(phrase, language);
    return words.size * 2 >= asked.size && [...words].every((word) => asked.has(word)) ? words.size : 0;
  };
  return pages
    .map((phrases, page) => ({ page, most: Math.max(...phrases.map(said)) }))
    .filter(({ most }) => most > 0)
    .sort((one, other) => other.most - one.most)
    .slice(0, mostPages)
    .map(({ page }) => page);
}
