/** One step of moving a site to a host that knows no links: put a file there, or remove it. */
export interface UploadStep {
  action: "add" | "change" | "remove";
  file: string;
}

/**
 * The order of uploads, so that at no moment a page asks for what is not there yet: first what is named for its contents,
 * then data and the rest, then pages, then what names the parts of the search, and the list of checksums last.
 */
function groupOf(file: string): number {
  if (/^SHA256SUMS/u.test(file)) return 4;
  if (/^search\/manifest\.json/u.test(file)) return 3;
  // A page's packed copies go with it.
  if (/\.html(?:\.br|\.gz)?$/u.test(file)) return 2;
  return /^(?:_astro|search)\//u.test(file) ? 0 : 1;
}

/**
 * The steps from one edition to another, by their lists of checksums: additions and changes with data first and pages
 * last, the list of checksums and its signature after them, then removals, pages before what they used.
 *
 * @param before what the host holds; empty for a first upload
 */
export function uploadPlan(
  before: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
): { steps: UploadStep[]; same: number } {
  const byGroup = (direction: 1 | -1) => (a: UploadStep, b: UploadStep) =>
    direction * (groupOf(a.file) - groupOf(b.file)) || (a.file < b.file ? -1 : 1);
  const put: UploadStep[] = [];
  let same = 0;
  for (const [file, hash] of now) {
    const old = before.get(file);
    if (old === hash) same++;
    else put.push({ action: old === undefined ? "add" : "change", file });
  }
  const removed = [...before.keys()]
    .filter((file) => !now.has(file))
    .map((file): UploadStep => ({ action: "remove", file }));
  return { steps: [...put.sort(byGroup(1)), ...removed.sort(byGroup(-1))], same };
}
