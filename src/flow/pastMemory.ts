import { createHash, createHmac } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { engineVersion } from "../system/engineVersion.ts";
import { openSealedText, sealedText } from "../system/sealedText.ts";

/**
 * What past editions were, so that it need not be worked out again in every build: they are the same as long as the rows
 * up to them, the code and the settings are. Public figures and public changes only, each entry sealed.
 */
export interface PastMemory {
  /**
   * Gives what is remembered under a name made of the very same things; else makes it, and remembers it.
   *
   * @param of everything that decides what is made beside code and settings; becomes JSON
   * @param file what is made beside the value; null: nothing
   */
  recall: <Value>(name: string, of: unknown, file: string | null, make: () => Promise<Value>) => Promise<Value>;
  /** Forgets what this build did not ask for; once its site has passed. */
  keep: () => Promise<void>;
}

/** Remembers nothing. */
export const noPastMemory: PastMemory = { recall: (_name, _of, _file, make) => make(), keep: () => Promise.resolve() };

/**
 * @param folder safe to delete: then everything is worked out again
 * @param code, settings what codeHash and settingsHash give
 * @param key secret that seals the entries; null: nothing is remembered, since then anybody could have written them
 */
export function openPastMemory(folder: string, code: string, settings: string, key: string | null): PastMemory {
  if (key === null) return noPastMemory;
  const asked = new Set<string>();
  const sealOf = (...parts: string[]): string =>
    createHmac("sha256", key)
      .update(["past edition", code, settings, engineVersion, ...parts].join("\u0000"))
      .digest("hex");

  return {
    async recall(name, of, file, make) {
      const mark = sealOf(name, JSON.stringify(of));
      const entry = join(folder, `${name}-${mark.slice(0, 24)}`);
      asked.add(entry);
      const known = await readEntry(entry, (content) => sealOf(mark, content), file);
      if (known !== null) return JSON.parse(known) as Awaited<ReturnType<typeof make>>;
      const made = await make();
      await mkdir(folder, { recursive: true });
      const beside = file === null ? "" : await copied(file, `${entry}.lines.new`);
      const content = `${beside}\n${JSON.stringify(made)}`;
      await writeFile(
        `${entry}.new`,
        sealedText(content, (text) => sealOf(mark, text)),
        { mode: 0o600 },
      );
      // What stands beside comes first: an entry vouches for it.
      if (file !== null) await rename(`${entry}.lines.new`, `${entry}.lines`);
      await rename(`${entry}.new`, entry);
      return made;
    },
    async keep() {
      for (const name of await readdir(folder).catch(() => []))
        if (!asked.has(join(folder, name.replace(/\.lines$/u, "")))) await rm(join(folder, name), { force: true });
    },
  };
}

/** The value of an entry as text, its file put in place; null where either is not what was written. */
async function readEntry(
  entry: string,
  sealOf: (content: string) => string,
  file: string | null,
): Promise<string | null> {
  const written = await readFile(entry, "utf8").catch(() => "");
  const content = openSealedText(written, sealOf);
  if (content === null) return null;
  const beside = content.slice(0, content.indexOf("\n"));
  if (file !== null && (beside === "" || (await copied(`${entry}.lines`, file).catch(() => null)) !== beside))
    return null;
  return content.slice(content.indexOf("\n") + 1);
}

/** Copies a file. @returns the SHA-256 of what was copied */
async function copied(from: string, to: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(
    createReadStream(from),
    async function* (pieces: AsyncIterable<Buffer>) {
      for await (const piece of pieces) {
        hash.update(piece);
        yield piece;
      }
    },
    createWriteStream(to, { mode: 0o600 }),
  );
  return hash.digest("hex");
}
