import { mkdir, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";

/** Folder of the styles, scripts and typefaces that Astro bundles. Pages of every language name it below the root. */
const assets = "_astro";

/**
 * Moves what one run of Astro bundled to where the pages of all languages look for it. A file's name says its contents:
 * one that is there already is the same.
 *
 * @throws where it is not
 */
export async function joinAssets(fromDir: string, toDir: string): Promise<void> {
  await mkdir(join(toDir, assets), { recursive: true });
  const there = new Set(await readdir(join(toDir, assets)));
  for (const file of await readdir(join(fromDir, assets))) {
    const [from, to] = [join(fromDir, assets, file), join(toDir, assets, file)];
    if (!there.has(file)) await rename(from, to);
    else if (!(await readFile(from)).equals(await readFile(to)))
      throw new Error(`Two languages have different files of one name: ${assets}/${file}`);
  }
  await rm(join(fromDir, assets), { recursive: true });
}
