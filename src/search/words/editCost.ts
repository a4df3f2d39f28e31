import { areNeighbours } from "./keyboardLayout.ts";

/** Letters that sound alike where they are not stressed or stand at an end: the usual slips of spelling. */
const alike = new Set(
  ["ао", "еи", "ея", "иы", "бп", "вф", "гк", "дт", "жш", "зс", "шщ", "ьъ", "ие", "ой", "ий"].flatMap((pair) => [
    pair,
    pair.charAt(1) + pair.charAt(0),
  ]),
);

/** Costs of slips on the scale of a natural logarithm of frequency: a usual slip against an unusual one. */
const usual = 4;
const unusual = 5.5;

function substitution(a: string, b: string): number {
  return alike.has(a + b) || areNeighbours(a, b) ? usual : unusual;
}

/** Which letters a word has, a bit each; letters 32 places apart share one. */
function lettersOf(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at += 1) bits |= 1 << (word.charCodeAt(at) & 31);
  return bits;
}

/** One slip brings in one letter and takes away one at most. */
function areFar(a: string, b: string, most: number): boolean {
  let differing = lettersOf(a) ^ lettersOf(b);
  let count = 0;
  for (; differing !== 0; differing &= differing - 1) count += 1;
  return count > 2 * most;
}

/**
 * How unlikely it is that `typed` stands for `meant`: the cheapest chain of letters left out, put in, changed or swapped
 * with the next (optimal string alignment, after Damerau 1964), where usual slips cost less.
 *
 * @param most slips that are considered
 * @returns Infinity where more slips are needed
 */
export function editCost(typed: string, meant: string, most: number): { slips: number; cost: number } {
  const none = { slips: Infinity, cost: Infinity };
  if (Math.abs(typed.length - meant.length) > most || areFar(typed, meant, most)) return none;
  const width = meant.length + 1;
  type Row = { slips: number; cost: number }[];
  let before: Row = [];
  let last: Row = Array.from({ length: width }, (_, at) => ({ slips: at, cost: at * unusual }));
  for (let row = 1; row <= typed.length; row += 1) {
    const current: Row = [{ slips: row, cost: row * unusual }];
    const a = typed.charAt(row - 1);
    let least = row;
    for (let at = 1; at < width; at += 1) {
      const b = meant.charAt(at - 1);
      const [diagonal, above, left] = [last[at - 1] ?? none, last[at] ?? none, current[at - 1] ?? none];
      const options = [
        a === b ? diagonal : { slips: diagonal.slips + 1, cost: diagonal.cost + substitution(a, b) },
        // A letter typed twice, or once instead of twice, is a usual slip.
        { slips: above.slips + 1, cost: above.cost + (a === typed.charAt(row - 2) ? usual : unusual) },
        { slips: left.slips + 1, cost: left.cost + (b === meant.charAt(at - 2) ? usual : unusual) },
      ];
      const crossed = before[at - 2];
      if (crossed !== undefined && a === meant.charAt(at - 2) && b === typed.charAt(row - 2))
        options.push({ slips: crossed.slips + 1, cost: crossed.cost + usual });
      const best = options.reduce((one, other) =>
        other.slips < one.slips || (other.slips === one.slips && other.cost < one.cost) ? other : one,
      );
      current.push(best);
      least = Math.min(least, best.slips);
    }
    if (least > most) return none;
    before = last;
    last = current;
  }
  const found = last[width - 1] ?? none;
  return found.slips > most ? none : found;
}
