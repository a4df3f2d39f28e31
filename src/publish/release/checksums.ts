import { createHash } from "node:crypto";

/** The list of all files of a site with their SHA-256, as sha256sum writes and checks it. */
export const checksumsFile = "SHA256SUMS";

export function sha256(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/**
 * @param hashes SHA-256 in hexadecimal by path inside the site
 * @throws where a path has a character that the format would have to escape
 */
export function checksumsText(hashes: ReadonlyMap<string, string>): string {
  const lines = [...hashes]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, hash]) => {
      if (/[\\\n\r]/u.test(path)) throw new Error("A file of the site has a name that no list of checksums can hold");
      return `${hash}  ${path}\n`;
    });
  return lines.join("");
}

/**
 * @returns hashes by path, in the order of the list; null where it is no such list, or a path leads out of the site
 */
export function readChecksums(text: string): Map<string, string> | null {
  const hashes = new Map<string, string>();
  if (text === "" || !text.endsWith("\n")) return null;
  for (const line of text.slice(0, -1).split("\n")) {
    const [, hash, path] = /^([0-9a-f]{64}) [ *]([^\\]+)$/u.exec(line) ?? [];
    if (
      hash === undefined ||
      path === undefined ||
      path.startsWith("/") ||
      path.split("/").some((part) => part === ".." || part === "." || part === "") ||
      hashes.has(path)
    )
      return null;
    hashes.set(path, hash);
  }
  return hashes;
}
