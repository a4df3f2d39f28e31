import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { checksumsFile, checksumsText, sha256 } from "../publish/release/checksums.ts";
import { publicKeyFile, type SecretKey } from "../publish/sign/minisignKey.ts";
import { signatureOf } from "../publish/sign/minisignature.ts";

/** The public key of whoever signs, and the signature over the list of checksums. */
export const publicKeyName = "minisign.pub";
export const signatureFile = `${checksumsFile}.minisig`;

/**
 * Writes the list of checksums of a site's files into it, and signs the list.
 *
 * @param hashes of every file as it was verified, by path
 * @param key null: the site stays unsigned
 */
export async function sealSite(
  siteDir: string,
  hashes: ReadonlyMap<string, string>,
  edition: string,
  key: SecretKey | null,
): Promise<void> {
  const all = new Map(hashes);
  if (key !== null) {
    await writeFile(join(siteDir, publicKeyName), publicKeyFile(key));
    all.set(publicKeyName, sha256(publicKeyFile(key)));
  }
  const text = checksumsText(all);
  await writeFile(join(siteDir, checksumsFile), text);
  if (key !== null)
    await writeFile(
      join(siteDir, signatureFile),
      signatureOf(Buffer.from(text), `file:${checksumsFile} edition:${edition}`, key),
    );
}
