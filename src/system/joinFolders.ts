import { existsSync } from "node:fs";
import { mkdir, rename } from "node:fs/promises";
import { dirname, join } from "node:path";
import { filesBelow } from "./filesBelow.ts";

/**
 * Moves all files of one folder to the same places in another one, on the same disk.
 *
 * @throws where one of them is there already
 */
export async function joinFolders(from: string, to: string): Promise<void> {
  for (const file of filesBelow(from)) {
    if (existsSync(join(to, file))) throw new Error(`Two parts of the build wrote one file: ${file}`);
    await mkdir(dirname(join(to, file)), { recursive: true });
    await rename(join(from, file), join(to, file));
  }
}
