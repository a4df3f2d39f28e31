import { editCost } from "../../src/search/words/editCost.ts";

/** Slips that are forgiven in a word of this length: one in a short one, three at most. */
const forgiven = (length: number): number => Math.min(3, Math.max(1, Math.floor(length / 3)));

/** The word that was probably meant; one that begins with what was typed counts, too. @returns null where none is near */
export function nearestWord(typed: string, words: readonly string[]): string | null {
  const begins = words.filter((word) => typed.length >= 2 && word.startsWith(typed));
  if (begins.length === 1) return begins[0]!;
  const [best] = words
    .map((word) => ({ word, ...editCost(typed, word, forgiven(typed.length)) }))
    .filter(({ slips }) => slips < Infinity)
    .sort((a, b) => a.slips - b.slips || a.cost - b.cost || (a.word < b.word ? -1 : 1));
  return best?.word ?? null;
}
