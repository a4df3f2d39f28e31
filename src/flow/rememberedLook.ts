import { createHmac, timingSafeEqual } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { FingerprintSet } from "../privacy/fingerprintSet.ts";
import { engineVersion } from "../system/engineVersion.ts";

/**
 * What the last look found clean in the build before (cleanPieces.ts), so that a page of which one line changed is not
 * read as if it were new. It holds fingerprints of what is published anyway, and no text.
 */
export interface RememberedLook {
  /** Of the build before, for FingerprintSet.of; null: nothing is remembered, or not under this code and these settings. */
  readonly before: Float64Array | null;
  /** Takes what was found clean in this build. */
  add: (fingerprints: Float64Array) => void;
  /** Writes it down for the next build, in place of what the build before left; once the site has passed. */
  keep: () => Promise<void>;
}

/** Sixteen megabytes on the disk: what comes after it is looked at anew. */
const most = 2_000_000;
const sealLength = 32;

/**
 * @param file where `keep` writes; safe to delete: then everything is looked at anew
 * @param code, settings what codeHash and inputHashes give; under others nothing is remembered
 * @param key secret that seals the file; null: nothing is remembered, since then anybody could have written it
 */
export async function openRememberedLook(
  file: string,
  code: string,
  settings: string,
  key: string | null,
): Promise<RememberedLook> {
  if (key === null) return { before: null, add: () => undefined, keep: () => Promise.resolve() };
  const sealOf = (bytes: Uint8Array): Buffer =>
    createHmac("sha256", key)
      .update(["clean pieces", code, settings, engineVersion, ""].join("\u0000"))
      .update(bytes)
      .digest();
  const now = new FingerprintSet();
  return {
    before: tableOf(await readFile(file).catch(() => Buffer.alloc(0)), sealOf),
    add(fingerprints) {
      for (const one of fingerprints) if (now.size < most) now.add(one);
    },
    async keep() {
      const bytes = new Uint8Array(now.table.filter((value) => value >= 0).buffer);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(`${file}.new`, Buffer.concat([sealOf(bytes), bytes]), { mode: 0o600 });
      await rename(`${file}.new`, file);
    },
  };
}

/** The fingerprints of a file as a table; null where the file is not what we wrote. */
function tableOf(content: Buffer, sealOf: (bytes: Uint8Array) => Buffer): Float64Array | null {
  const bytes = Uint8Array.from(content.subarray(sealLength));
  if (content.length < sealLength || !timingSafeEqual(content.subarray(0, sealLength), sealOf(bytes))) return null;
  const set = new FingerprintSet();
  for (const one of new Float64Array(bytes.buffer)) set.add(one);
  return set.table;
}
