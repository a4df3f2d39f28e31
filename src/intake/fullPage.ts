/** How many rows interfaces give at once by default (Socrata, CKAN and the like), and how many a sheet holds (.xls, .xlsx). */
const pages = [1000, 5000, 10_000, 50_000, 65_536, 1_048_576];
const full = new Set(pages.flatMap((size) => [size, size - 1]));

/** Whether a file has as many rows as a page or a sheet holds, the header counted or not: then the rest may be missing. */
export function isFullPage(rows: number): boolean {
  return full.has(rows);
}
