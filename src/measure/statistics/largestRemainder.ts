/**
 * Whole parts that add to exactly `total`, in proportion to the counts: the largest-remainder method of
 * Hamilton, so that a table of shares adds to 100 % and no share is more than one unit off.
 *
 * Units left over go to the largest remainders; equal remainders to the larger count, then to the earlier
 * place, so the result is the same on every machine.
 *
 * @param counts whole numbers >= 0 with a positive sum
 * @param total 100 for whole percents, 1000 for tenths of a percent
 * @returns one whole number per count, in the same order
 * @throws RangeError if a count is not a whole number >= 0, all are zero, or the total is not a whole number > 0
 */
export function largestRemainder(counts: readonly number[], total = 100): number[] {
  const sum = counts.reduce((running, count) => {
    if (!(Number.isSafeInteger(count) && count >= 0)) throw new RangeError("a count is not a whole number >= 0");
    return running + count;
  }, 0);
  if (sum === 0) throw new RangeError("shares of nothing do not add to the total");
  if (!(Number.isSafeInteger(total) && total > 0)) throw new RangeError("the total is not a whole number > 0");
  const remainders = counts.map((count) => (count * total) % sum);
  const parts = counts.map((count, i) => (count * total - remainders[i]!) / sum);
  const leftOver = total - parts.reduce((running, part) => running + part, 0);
  const order = counts
    .map((_, i) => i)
    .sort((a, b) => remainders[b]! - remainders[a]! || counts[b]! - counts[a]! || a - b);
  for (const i of order.slice(0, leftOver)) parts[i]! += 1;
  return parts;
}
