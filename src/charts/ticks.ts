/** Round values for a count axis: from 0 to at least the largest, four steps or so. */
export function countTicks(largest: number): number[] {
  const rough = Math.max(largest, 4) / 4;
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const step =
    [1, 2, 2.5, 5, 10]
      .map((factor) => factor * magnitude)
      .find((candidate) => candidate >= rough && Number.isInteger(candidate)) ?? Math.ceil(rough);
  return Array.from({ length: Math.ceil(Math.max(largest, 4) / step) + 1 }, (_, index) => index * step);
}
