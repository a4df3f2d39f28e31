/**
 * Mean square after the extreme tenth on each side is pulled in to its quantile (R's type 7), so that one agency far off
 * does not make all others look alike. As in Spiegelhalter 2005 (Qual Saf Health Care 14:347).
 *
 * @param values at least one
 */
export function winsorisedMeanSquare(values: readonly number[]): number {
  const rising = values.toSorted((a, b) => a - b);
  const low = quantile(rising, 0.1);
  const high = quantile(rising, 0.9);
  return rising.reduce((sum, value) => sum + Math.min(high, Math.max(low, value)) ** 2, 0) / rising.length;
}

function quantile(rising: readonly number[], probability: number): number {
  const place = (rising.length - 1) * probability;
  const below = Math.floor(place);
  const from = rising[below]!;
  return from + (place - below) * ((rising[below + 1] ?? from) - from);
}
