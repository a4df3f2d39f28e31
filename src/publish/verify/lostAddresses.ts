/**
 * Files that no reader cites: what pages load (tables of an edition among it), bundles of appeals, pages and feeds of a topic in one place (which there are, their numbers
 * and a setting decide), lists of overdue appeals (whoever has answered everything has none), the further pages of a list,
 * the parts of a year's Parquet and the pages of requests, which come and go with their length (datapackage.json and pages.json
 * name those there are), and pictures of charts, which a site of before had as files and pages now make when they are asked for.
 */
const noAddress =
  /^(?:_astro|search|appeals\/in|data\/parquet|api\/v1\/table|open311\/v2\/requests)\/|^appeals\/\d{4}-\d{2}\/\d+\/index\.html$|^(?:[a-z]{2}\/)?places\/[^/]+\/[^/]+\/(?:index\.html|feed\.atom)$|^overdue\/(?:all|by)\/(?:[^/]+\/)*index\.html$|(?:^|\/)charts\/[^/]+\.png$|^404\.html$|^SHA256SUMS|^minisign\.pub$|\.(?:br|gz)$/u;

/** Addresses of the site before that no longer answer, as files, sorted. */
export function lostAddresses(before: Iterable<string>, now: ReadonlySet<string>): string[] {
  return [...before].filter((file) => !noAddress.test(file) && !now.has(file)).sort();
}
