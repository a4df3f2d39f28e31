import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { sha256 } from "../publish/release/checksums.ts";

/** What servers send packed; typefaces, pictures and parts of the search index are packed already. */
const isText = /\.(?:html|css|js|mjs|json|ndjson|csv|svg|xml|atom|txt|webmanifest)$/u;
/** Below this the headers weigh more than what is saved. */
const smallest = 1024;
const atOnce = 8;

const packers = [
  // The best quality takes fifty times as long for a twentieth less.
  [
    ".br",
    (bytes: Buffer) =>
      promisify(brotliCompress)(bytes, {
        params: { [constants.BROTLI_PARAM_QUALITY]: 6, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
      }),
  ],
  [".gz", (bytes: Buffer) => promisify(gzip)(bytes, { level: 6 })],
] as const;

/**
 * Puts a packed copy beside every text of a site, as FILE.br and FILE.gz, for servers that send them as they are.
 *
 * @param hashes of the site's files by path; those of the copies are added
 */
export async function compressFiles(
  siteDir: string,
  hashes: Map<string, string>,
  onProgress: (done: number, files: number) => void,
): Promise<void> {
  const files = [...hashes.keys()].filter((file) => isText.test(file)).sort();
  const pack = async (file: string): Promise<void> => {
    if ((await stat(join(siteDir, file))).size < smallest) return;
    const bytes = await readFile(join(siteDir, file));
    for (const [ending, packer] of packers) {
      const packed = await packer(bytes);
      await writeFile(join(siteDir, file + ending), packed, { flag: "wx" });
      hashes.set(file + ending, sha256(packed));
    }
  };
  for (let from = 0; from < files.length; from += atOnce) {
    await Promise.all(files.slice(from, from + atOnce).map(pack));
    onProgress(Math.min(from + atOnce, files.length), files.length);
  }
}
