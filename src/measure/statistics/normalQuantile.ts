import { chiSquareTail } from "./incompleteGamma.ts";

/**
 * The z beyond which, on both sides together, a standard normal variable lies with the given probability: 0.05 → 1.959964.
 * Its square is a χ² variable of one degree of freedom, so z is found by halving an interval down to the last digit.
 *
 * @param outside above 0, at most 1
 * @throws RangeError if it is not
 */
export function twoSidedNormal(outside: number): number {
  if (!(outside > 0 && outside <= 1)) throw new RangeError("a probability outside is above 0 and at most 1");
  let [low, high] = [0, 40];
  for (let step = 0; step < 100; step++) {
    const middle = (low + high) / 2;
    if (chiSquareTail(middle * middle, 1) > outside) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
