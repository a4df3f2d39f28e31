import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";

async function digestOf(path: string): Promise<string> {
  const digest = createHash("sha256");
  for await (const chunk of createReadStream(path)) digest.update(chunk as Buffer);
  return digest.digest("hex");
}

/**
 * Files of a folder that hold the bytes of one before them: a download that was saved twice. Only files of one size are
 * read for it.
 */
export async function repeatedFiles(folder: string, names: readonly string[]): Promise<Set<string>> {
  const bySize = new Map<number, string[]>();
  for (const name of names) {
    const found = await stat(join(folder, name)).catch(() => null);
    const size = found?.isFile() ? found.size : 0;
    if (size > 0) bySize.set(size, [...(bySize.get(size) ?? []), name]);
  }
  const repeated = new Set<string>();
  for (const alike of bySize.values()) {
    if (alike.length < 2) continue;
    const seen = new Set<string>();
    for (const name of [...alike].sort((left, right) => left.length - right.length || (left < right ? -1 : 1))) {
      const digest = await digestOf(join(folder, name));
      if (seen.has(digest)) repeated.add(name);
      seen.add(digest);
    }
  }
  return repeated;
}
