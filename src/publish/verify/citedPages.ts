import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { appealFile, bundleIn } from "../../model/appealBundle.ts";

const article = /<article class="appeal" id="([a-z0-9-]+)"/gu;

/** Public ids of the appeals in a bundle, or in a part of it; those of notices that stand for one among them. */
export function appealsIn(page: string): string[] {
  return Array.from(page.matchAll(article), ([, id]) => id!);
}

/** The file at which an appeal is cited, whether it is there or the appeal lies in a bundle. */
export const citedFile = (id: string): string => appealFile(id, undefined);

/**
 * The cited addresses that bundles of an older site answer.
 *
 * @param files of the older site
 * @param now folder of the new one: a bundle that both have in common (one file, two names) holds the same appeals
 */
export function citedInBundles(olderDir: string, files: readonly string[], now: string): string[] {
  return files.flatMap((file) => {
    if (bundleIn(file) === null) return [];
    const [one, other] = [olderDir, now].map((dir) => statSync(join(dir, file), { throwIfNoEntry: false }));
    if (one !== undefined && one.ino === other?.ino && one.dev === other.dev) return [];
    return appealsIn(readFileSync(join(olderDir, file), "utf8")).map(citedFile);
  });
}
