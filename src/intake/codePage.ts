import iconv from "iconv-lite";
import { isCommonPair, letterWeight } from "./russianLetters.ts";

const codePages = ["windows-1251", "windows-1252", "ibm866", "koi8-r", "iso-8859-5", "mac-cyrillic"] as const;
export type CodePage = (typeof codePages)[number];
export const cyrillicPages = codePages.filter((page) => page !== "windows-1252");

const letterOf = (byte: number, page: CodePage): string => iconv.decode(Buffer.from([byte]), page);

/** What the bytes from 128 up come to in each Cyrillic code page. */
interface PageTables {
  /** By byte: how much it speaks for Russian. */
  weights: Float64Array[];
  /** By two bytes, (first & 127) << 7 | (second & 127): a bit for each page in which they are letters that often stand together. */
  commonPairs: Uint8Array;
}

let tables: PageTables | undefined;

export function pageTables(): PageTables {
  if (tables !== undefined) return tables;
  const weights = cyrillicPages.map((page) =>
    Float64Array.from({ length: 256 }, (_, byte) => (byte < 128 ? 0 : letterWeight(letterOf(byte, page)))),
  );
  const commonPairs = new Uint8Array(1 << 14);
  for (const [bit, page] of cyrillicPages.entries()) {
    const letters = Array.from({ length: 128 }, (_, byte) => letterOf(byte + 128, page));
    for (const [first, left] of letters.entries())
      for (const [second, right] of letters.entries())
        if (isCommonPair(left + right)) commonPairs[(first << 7) | second]! |= 1 << bit;
  }
  return (tables = { weights, commonPairs });
}

/**
 * The Cyrillic code page in which bytes look most like Russian: by the frequency of the letters and of their pairs.
 *
 * @param letters how often each byte from 128 up occurs in words
 * @param pairs by page, how many pairs of neighbours are common ones
 * @param allPairs how many pairs of neighbours there are
 */
export function likeliestPage(letters: Float64Array, pairs: ArrayLike<number>, allPairs: number): CodePage {
  const { weights } = pageTables();
  const total = Math.max(
    1,
    letters.reduce((sum, count) => sum + count, 0),
  );
  const scores = cyrillicPages.map((page, at) => ({
    page,
    score:
      letters.reduce((sum, count, byte) => sum + count * weights[at]![byte]!, 0) / total +
      (2 * pairs[at]!) / Math.max(1, allPairs),
  }));
  return scores.reduce((left, right) => (right.score > left.score ? right : left)).page;
}
