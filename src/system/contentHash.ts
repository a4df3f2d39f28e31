import { createHash, type Hash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * One hash over names and contents, for telling whether anything among them changed.
 *
 * @param files paths below the folder, in the order in which they count
 * @returns a running SHA-256, to which more may be added
 */
export async function contentHash(folder: string, files: readonly string[]): Promise<Hash> {
  const hash = createHash("sha256");
  for (const file of files)
    hash
      .update(file)
      .update("\0")
      .update(await readFile(join(folder, file)))
      .update("\0");
  return hash;
}
