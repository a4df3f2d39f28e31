import { binomialProbability } from "./stirling.ts";

/**
 * Whether two shares differ by chance alone: Fisher's exact test, twice the smaller tail of the hypergeometric law, at most 1.
 * It never errs more often than it says, however few there are.
 * Source: Fisher 1935, The Logic of Inductive Inference; doubling: Yates 1984 (doi 10.2307/2981577).
 *
 * @param count1 successes among total1 trials; count2: among total2; whole numbers
 * @throws RangeError if either pair is impossible
 */
export function fisherExact(count1: number, total1: number, count2: number, total2: number): number {
  if (![count1, total1, count2, total2].every(Number.isInteger) || total1 < 1 || total2 < 1)
    throw new RangeError("counts are whole numbers, and each share needs a trial");
  if (count1 < 0 || count2 < 0 || count1 > total1 || count2 > total2)
    throw new RangeError("successes are not between 0 and the trials");
  const successes = count1 + count2;
  const share = successes / (total1 + total2);
  if (share === 0 || share === 1) return 1;
  const observed =
    (binomialProbability(count1, total1, share) * binomialProbability(count2, total2, share)) /
    binomialProbability(successes, total1 + total2, share);
  const tail = (step: 1 | -1): number => {
    let [x, term, sum] = [count1, observed, observed];
    const last = step === 1 ? Math.min(total1, successes) : Math.max(0, successes - total2);
    while (x !== last && term > sum * 1e-17) {
      term *=
        step === 1
          ? ((total1 - x) * (successes - x)) / ((x + 1) * (total2 - successes + x + 1))
          : (x * (total2 - successes + x)) / ((total1 - x + 1) * (successes - x + 1));
      x += step;
      sum += term;
    }
    return sum;
  };
  return Math.min(1, 2 * Math.min(tail(1), tail(-1)));
}
