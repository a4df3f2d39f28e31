import { linkSync, readFileSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { keyOf } from "./appealPageKey.ts";

/** What pages were made of in the build before, so that those made of the same need not be made again. */
export interface PageMemory {
  /**
   * Puts the page of the site before into the new one where it was made of the same and still is what was written then.
   *
   * @returns false where it has to be made
   */
  takeOver(id: string, key: string, file: string): boolean;
  /** Remembers a page that was made. */
  add(id: string, key: string, content: Uint8Array): void;
  /** For the next build. */
  keep(memoryFile: string): Promise<void>;
}

/**
 * @param memoryFiles what `keep` wrote, in parts; those that are not there are passed over: safe to delete
 * @param all stands for what all pages depend on; with another one nothing is taken over
 * @param before folder of the site published before; null: there is none
 */
export async function openPageMemory(
  memoryFiles: readonly string[],
  all: string,
  siteDir: string,
  before: string | null,
): Promise<PageMemory> {
  const known = new Map<string, string>();
  const made: string[] = [];
  for (const file of before === null ? [] : memoryFiles) {
    const [first, ...lines] = (await readFile(file, "utf8").catch(() => "")).split("\n");
    if (first === all) for (const line of lines) known.set(line.slice(0, line.indexOf(" ")), line);
  }
  return {
    takeOver(id, key, file) {
      const line = known.get(id);
      if (before === null || line?.startsWith(`${id} ${key} `) !== true) return false;
      try {
        const content = keyOf(readFileSync(join(before, file)));
        if (line !== `${id} ${key} ${content}`) return false;
        linkSync(join(before, file), join(siteDir, file));
        made.push(line);
        return true;
      } catch {
        // Gone, or on a disk that knows no links: made anew, which fails where the disk refuses that too.
        return false;
      }
    },
    add(id, key, content) {
      made.push(`${id} ${key} ${keyOf(content)}`);
    },
    async keep(memoryFile) {
      await mkdir(dirname(memoryFile), { recursive: true });
      await writeFile(memoryFile, [all, ...made].join("\n"));
    },
  };
}
