/**
 * Files that no reader cites: what pages load, bundles of appeals, pages of a topic in one place (which there are, their numbers
 * and a setting decide), lists of overdue appeals (whoever has answered everything has none), the further pages of a list and
 * the parts of a year's Parquet, which come and go with their length (datapackage.json names those there are).
 */
const noAddress =
  /^(?:_astro|search|appeals\/in|data\/parquet)\/|^appeals\/\d{4}-\d{2}\/\d+\/index\.html$|^(?:[a-z]{2}\/)?places\/[^/]+\/[^/]+\/index\.html$|^overdue\/(?:all|by)\/(?:[^/]+\/)*index\.html$|^404\.html$|^SHA256SUMS|^minisign\.pub$|\.(?:br|gz)$/u;

/** Addresses of the site before that no longer answer, as files, sorted. */
export function lostAddresses(before: Iterable<string>, now: ReadonlySet<string>): string[] {
  return [...before].filter((file) => !noAddress.test(file) && !now.has(file)).sort();
}
