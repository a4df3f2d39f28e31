import { stemsOf, type SearchLanguage } from "../words/analyzer.ts";
import { mostCharacters } from "./mostCharacters.ts";

/** What somebody typed, understood: every word must occur, every phrase word by word in its order. */
export interface Query {
  words: string[];
  phrases: string[][];
  /** True where something was typed and nothing of it can be searched for: stop words or signs only. */
  empty: boolean;
  /** True where more was typed than is searched for. */
  cut: boolean;
}

const mostWords = 24;

const quoted = /["«“„]([^"«»“”„]+)["»”“]/gu;

/**
 * Reads a query. Words in quotes are a phrase in any inflection; quotes that never close are left out.
 *
 * @param typed anything at all
 */
export function readQuery(typed: string, language: SearchLanguage): Query {
  const text = typed.slice(0, mostCharacters);
  const phrases: string[][] = [];
  const loose = text.replace(quoted, (_match, phrase: string) => {
    const stems = stemsOf(phrase, language);
    if (stems.length > 1) phrases.push(stems);
    return stems.length > 1 ? " " : ` ${phrase} `;
  });
  const words = [...new Set(stemsOf(loose, language))];
  const kept = words.slice(0, mostWords);
  const keptPhrases = phrases.slice(0, 4).map((phrase) => phrase.slice(0, mostWords));
  return {
    words: kept,
    phrases: keptPhrases,
    empty: kept.length === 0 && keptPhrases.length === 0 && typed.trim() !== "",
    cut: typed.length > mostCharacters || words.length > mostWords || phrases.length > 4,
  };
}

/** All stems of a query, for marking them in a text. */
export function stemsInQuery(query: Query): ReadonlySet<string> {
  return new Set([...query.words, ...query.phrases.flat()]);
}
