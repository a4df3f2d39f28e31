import { linkSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Puts a file into the new site. Where the site before has the very same, it is one file under two names: it need not
 * be written, looked through or uploaded again.
 *
 * @param file path inside the site
 * @param before folder of the site published before; null: there is none
 */
export function keepOrWrite(
  content: Uint8Array,
  file: string,
  siteDir: string,
  before: string | null,
): "kept" | "written" {
  if (before !== null && isEqual(join(before, file), content)) {
    try {
      linkSync(join(before, file), join(siteDir, file));
      return "kept";
    } catch {
      // Another disk, or one that knows no links: written anew below, which fails where the disk refuses that too.
    }
  }
  writeFileSync(join(siteDir, file), content, { flag: "wx" });
  return "written";
}

function isEqual(path: string, content: Uint8Array): boolean {
  const there = statSync(path, { throwIfNoEntry: false });
  return there?.isFile() === true && there.size === content.length && readFileSync(path).equals(content);
}
