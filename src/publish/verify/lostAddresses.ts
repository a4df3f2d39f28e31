/**
 * Files that no reader cites: what pages load, the further pages of a list, which come and go with its length, and bundles:
 * the page for what is not there leads from their addresses to the appeals in them, which are cited by addresses of their own.
 * Downloads, feeds and pages are addresses for good.
 */
const noAddress =
  /^(?:_astro|search|appeals\/in)\/|^appeals\/\d{4}-\d{2}\/\d+\/index\.html$|^404\.html$|^SHA256SUMS|^minisign\.pub$|\.(?:br|gz)$/u;

/** Addresses of the site before that no longer answer, as files, sorted. */
export function lostAddresses(before: Iterable<string>, now: ReadonlySet<string>): string[] {
  return [...before].filter((file) => !noAddress.test(file) && !now.has(file)).sort();
}
