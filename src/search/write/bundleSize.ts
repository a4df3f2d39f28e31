/**
 * Portals of so many appeals have to heed that common hosts take 20,000 files in all: a hundred thousand, in bundles, are
 * 18,000 files with ten texts in each; smaller ones are far below it, and larger ones beyond it however their texts lie.
 */
const heedsFiles = { above: 21_000, upTo: 600_000 };

/**
 * Appeals in one file of texts. A page of hits fetches at most one such file a hit: with few in a file it weighs less, and
 * the site has more files.
 *
 * @param total appeals of the portal
 */
export function bundleSizeOf(total: number): number {
  return total > heedsFiles.above && total <= heedsFiles.upTo ? 10 : 4;
}
