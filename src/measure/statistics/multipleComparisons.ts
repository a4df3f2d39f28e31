/**
 * Benjamini–Hochberg adjusted p-values: flagging those below q keeps the expected share of false flags
 * among all flags below q.
 * Source: Benjamini & Hochberg 1995 (doi 10.1111/j.2517-6161.1995.tb02031.x).
 *
 * @returns one value per p, in the same order
 * @throws RangeError if a p-value is not between 0 and 1
 */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  return stepwise(pValues, "from the largest", (p, rank, size) => (size / rank) * p);
}

/**
 * Holm's adjusted p-values: flagging those below alpha keeps the chance of even one false flag below alpha.
 * Source: Holm 1979, Scand J Statist 6:65.
 *
 * @returns one value per p, in the same order
 * @throws RangeError if a p-value is not between 0 and 1
 */
export function holm(pValues: readonly number[]): number[] {
  return stepwise(pValues, "from the smallest", (p, rank, size) => p * (size - rank + 1));
}

/** Adjusts each p by its rank (1 = smallest), then makes the results monotone in p and at most 1. */
function stepwise(
  pValues: readonly number[],
  direction: "from the smallest" | "from the largest",
  adjust: (p: number, rank: number, size: number) => number,
): number[] {
  if (pValues.some((p) => !(p >= 0 && p <= 1))) throw new RangeError("a p-value is not between 0 and 1");
  const size = pValues.length;
  const rising = pValues.map((_, i) => i).sort((a, b) => pValues[a]! - pValues[b]! || a - b);
  const adjusted = rising.map((i, place) => Math.min(1, adjust(pValues[i]!, place + 1, size)));
  if (direction === "from the smallest") {
    for (let place = 1; place < size; place++) adjusted[place] = Math.max(adjusted[place]!, adjusted[place - 1]!);
  } else {
    for (let place = size - 2; place >= 0; place--) adjusted[place] = Math.min(adjusted[place]!, adjusted[place + 1]!);
  }
  const inOrder = new Array<number>(size);
  rising.forEach((i, place) => (inOrder[i] = adjusted[place]!));
  return inOrder;
}
