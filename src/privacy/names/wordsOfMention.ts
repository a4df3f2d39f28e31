import { CASE } from "./nameDictionary.ts";
import type { Token } from "./tokens.ts";
import { mayBeGenitive } from "./wordEvidence.ts";

/** The words of a mention without its initials and marks. */
export function wordsOf(tokens: readonly Token[], first: number, last: number): Token[] {
  return tokens.slice(first, last + 1).filter((token) => token.kind === "cyrillic" && token.end - token.start > 1);
}

/** «директор Большого театра Анатолий Иксанов»: a nominative pair is a person, whatever its forms may be besides. */
export function isNominative(tokens: readonly Token[], first: number, last: number): boolean {
  const words = wordsOf(tokens, first, last);
  return (
    words.length > 1 &&
    words.every(
      (token) =>
        (token.reading.cases & CASE.nominative) !== 0 ||
        !mayBeGenitive(token) ||
        (!token.reading.known && /(?:[оеё]в|[иы]н|[сц]кий)$/u.test(token.text)),
    )
  );
}
