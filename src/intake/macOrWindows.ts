/**
 * Windows-1251 and Mac Cyrillic write the small letters а to ю alike and the capitals otherwise: where the one has its capitals,
 * the other has signs that stand before no small letter. A word that begins with a capital therefore tells the two apart, be
 * there ever so many common pairs of letters in both.
 */

const bytesOf = (...ranges: readonly (readonly [number, number])[]): ReadonlySet<number> =>
  new Set(ranges.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, index) => from + index)));

/** Capitals of Mac Cyrillic that are, in Windows-1251, neither quotation marks and dashes nor letters of Russian. */
const macCapitals = bytesOf([0x80, 0x81], [0x83, 0x83], [0x86, 0x8a], [0x8c, 0x90], [0x98, 0x9a], [0x9c, 0x9f]);
/** In Windows-1251 the letter ј, of which every line of Serbian has several; its capitals are where those of Mac Cyrillic are. */
export const serbianLetter = 0xbc;
/** Capitals of Windows-1251 that are, in Mac Cyrillic, neither quotation marks, dashes, spaces and № nor letters. */
const windowsCapitals = bytesOf([0xc2, 0xc6], [0xd6, 0xd6]);
const smallLetters = bytesOf([0xe0, 0xfe]);

/** Which of the two the bytes of a word from 128 up are, by its first; null where it says nothing. */
export function macOrWindows(word: readonly number[]): "mac" | "windows" | null {
  const [first, second] = word;
  if (first === undefined || second === undefined || !smallLetters.has(second)) return null;
  return macCapitals.has(first) ? "mac" : windowsCapitals.has(first) ? "windows" : null;
}
