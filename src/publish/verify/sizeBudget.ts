/** Bytes that a file may have, so that an old phone shows it; a file takes the first line that fits. */
const budgets: readonly (readonly [RegExp, number])[] = [
  // As long as what somebody wrote: no resident may stop a build. Cells of more than a million signs are refused at the intake.
  [/^appeals\/(?!by\/|\d{4}-\d\d\/)(?:[^/]+\/index|in\/[^/]+)\.html$/u, Infinity],
  [/\.html$/u, 4_000_000],
  [/^search\/manifest\.json$/u, 2_000_000],
  [/^_astro\/.*\.js$/u, 500_000],
  [/^_astro\/.*\.css$/u, 200_000],
  [/\.woff2$/u, 200_000],
  [/\.(?:png|jpe?g|webp|svg)$/u, 1_000_000],
];

/** Whether a file is larger than readers can be asked to load; downloads have no limit. */
export function isTooLarge(file: string, bytes: number): boolean {
  const budget = budgets.find(([pattern]) => pattern.test(file));
  return budget !== undefined && bytes > budget[1];
}
