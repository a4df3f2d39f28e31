/** How a text reads, by counts alone. */
export interface Readability {
  readonly words: number;
  readonly wordsPerSentence: number;
  readonly lettersPerWord: number;
  /** The year of school that can read it: SIS 2023, fitted on schoolbooks, wrong by about one year. */
  readonly grade: number;
}

/** A shorter text says too little of how its author writes. */
export const leastWords = 100;

const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
const letters = /\p{L}/gu;
const hasLetter = /\p{L}/u;
/** Words that a full stop shortens; a single letter is one, too. */
const shortened =
  /^(?:ул|пр|просп|пер|бул|наб|корп|стр|кв|обл|рн|пос|дер|тел|факс|каб|руб|тыс|млн|млрд|куб|гг|ст|пп|доп|др|пр|см|им|табл|рис|прил)$/iu;

/**
 * Words a sentence and the index of Solnyshkina, Ivanov and Solovyev as refitted in 2023:
 * −17.5 + 0.56 · words a sentence + 2.45 · letters a word. A word has a letter in it: numbers and dates are none. A
 * sentence ends at . ! ? … or a line break, not after a shortened word, an initial or inside a number.
 *
 * @returns null for fewer than a hundred words
 */
export function readability(text: string): Readability | null {
  // A hundred words take a letter and a space each at least.
  if (text.length < leastWords * 2 - 1) return null;
  const found = [...text.matchAll(word)].filter(({ 0: written }) => hasLetter.test(written));
  if (found.length < leastWords) return null;
  const sentences = found.filter((match, index) => {
    const next = found[index + 1];
    const end = match.index + match[0].length;
    return next === undefined || endsSentence(match[0], text.slice(end, next.index));
  }).length;
  const letterCount = found.reduce((sum, { 0: written }) => sum + (written.match(letters)?.length ?? 0), 0);
  const wordsPerSentence = found.length / sentences;
  const lettersPerWord = letterCount / found.length;
  return {
    words: found.length,
    wordsPerSentence,
    lettersPerWord,
    grade: -17.5 + 0.56 * wordsPerSentence + 2.45 * lettersPerWord,
  };
}

/** Whether a sentence ends between a word and what stands before the next: the first sign after the word may be a shortening's. */
function endsSentence(last: string, between: string): boolean {
  if (/[!?…\n]/u.test(between)) return true;
  const isShort = last.length === 1 || shortened.test(last);
  const rest = isShort && between.startsWith(".") ? between.slice(1) : between;
  // Inside a number a full stop has a digit behind it.
  return /\.(?!\d)/u.test(rest);
}
