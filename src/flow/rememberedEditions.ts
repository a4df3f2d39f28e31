import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";
import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { mkdir, open, readdir, readFile, rename, rm, rmdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { EditionMemory } from "../intake/editionMemory.ts";
import type { AppealStore } from "../store/appealStore.ts";
import { engineVersion } from "../system/engineVersion.ts";

/** A way to remember the editions that were read, once there is a store to put their rows into. */
export type OpenEditionMemory = (store: EditionStore, workDir: string) => EditionMemory | null;

type EditionStore = Pick<AppealStore, "saveEdition" | "adopt">;

/** Remembers nothing. */
export const noEditionMemory: OpenEditionMemory = () => null;

/** Of the newest editions what was learnt is kept, so that the next export can be read, or the last one that was delivered anew. */
const resumable = 2;

const nonceLength = 12;
const sealLength = 16;

/**
 * The rows of editions that were read before, so that a build reads only what is new. They are what the gate has not seen
 * yet: texts as they came. So they never lie on the disk in the clear: each file is encrypted and sealed (AES-256-GCM) by a
 * key made of the portal's own, under the code and the engine, and nothing of an export that is no longer there, or no longer
 * the same, outlives the next build.
 *
 * @param folder safe to delete: then every edition is read again
 * @param code what codeHash gives
 * @param key the portal's secret; null: nothing is remembered
 */
export function rememberedEditions(folder: string, code: string, key: string | null): OpenEditionMemory {
  if (key === null) return noEditionMemory;
  const secretOf = (...parts: string[]): Buffer =>
    createHmac("sha256", key)
      .update(["editions read", code, engineVersion, ...parts].join("\u0000"))
      .digest();
  const fileOf = (mark: string, what: "rows" | "learnt"): string =>
    join(folder, `${secretOf("name", mark).toString("hex").slice(0, 32)}.${what}`);

  return (store, workDir) => {
    let marks: readonly string[] = [];
    const plainFile = (mark: string): string => join(workDir, `${mark}.parquet`);

    /** How many editions from the first on are remembered whole, with what had been learnt by then. */
    const longest = (): number => {
      let rows = 0;
      while (rows < marks.length && existsSync(fileOf(marks[rows]!, "rows"))) rows += 1;
      while (rows > 0 && !existsSync(fileOf(marks[rows - 1]!, "learnt"))) rows -= 1;
      return rows;
    };

    return {
      async resume(all) {
        marks = all;
        await keepOnly(folder, new Set(marks.flatMap((mark) => [fileOf(mark, "rows"), fileOf(mark, "learnt")])));
        for (let count = longest(); count > 0; count = longest()) {
          const last = marks[count - 1]!;
          const learnt = await opened(fileOf(last, "learnt"), secretOf("learnt", last));
          let whole = learnt !== null;
          for (const mark of whole ? marks.slice(0, count) : [])
            whole &&= await decrypted(fileOf(mark, "rows"), secretOf("rows", mark), plainFile(mark));
          if (learnt !== null && whole) {
            store.adopt(marks.slice(0, count).map(plainFile));
            return { editions: count, learnt };
          }
        }
        return null;
      },
      async keep(mark, edition, learnt) {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await store.saveEdition(edition, plainFile(mark));
        await encrypted(plainFile(mark), secretOf("rows", mark), fileOf(mark, "rows"));
        await rm(plainFile(mark));
        const at = marks.indexOf(mark);
        if (at >= marks.length - resumable) await sealed(learnt(), secretOf("learnt", mark), fileOf(mark, "learnt"));
        const past = marks[at - resumable];
        if (past !== undefined) await rm(fileOf(past, "learnt"), { force: true });
      },
    };
  };
}

/**
 * Forgets every edition that was read: what the gate did not let pass stays nowhere but in the exports.
 *
 * @param folder as rememberedEditions has it; the folder around it goes as well where nothing else is in it
 */
export async function forgetEditions(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await rmdir(dirname(folder)).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code !== "ENOTEMPTY" && fault.code !== "ENOENT") throw fault;
  });
}

async function keepOnly(folder: string, files: ReadonlySet<string>): Promise<void> {
  for (const name of await readdir(folder).catch(() => []))
    if (!files.has(join(folder, name))) await rm(join(folder, name), { force: true });
}

async function sealed(bytes: Uint8Array, secret: Buffer, file: string): Promise<void> {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv("aes-256-gcm", secret, nonce);
  const content = Buffer.concat([cipher.update(bytes), cipher.final()]);
  await writeFile(`${file}.new`, Buffer.concat([nonce, content, cipher.getAuthTag()]), { mode: 0o600 });
  await rename(`${file}.new`, file);
}

/** What sealed wrote; null, and the file is gone, where it is not that. */
async function opened(file: string, secret: Buffer): Promise<Buffer | null> {
  try {
    const written = await readFile(file);
    const decipher = createDecipheriv("aes-256-gcm", secret, written.subarray(0, nonceLength));
    decipher.setAuthTag(written.subarray(-sealLength));
    return Buffer.concat([decipher.update(written.subarray(nonceLength, -sealLength)), decipher.final()]);
  } catch {
    await rm(file, { force: true });
    return null;
  }
}

/** Like sealed, for a file of any size. */
async function encrypted(from: string, secret: Buffer, to: string): Promise<void> {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv("aes-256-gcm", secret, nonce);
  const out = createWriteStream(`${to}.new`, { mode: 0o600 });
  out.write(nonce);
  await pipeline(
    createReadStream(from),
    cipher,
    async function* (pieces: AsyncIterable<Buffer>) {
      yield* pieces;
      yield cipher.getAuthTag();
    },
    out,
  );
  await rename(`${to}.new`, to);
}

/** Puts what encrypted wrote in the clear; false, and the file is gone, where it is not that. */
async function decrypted(from: string, secret: Buffer, to: string): Promise<boolean> {
  const file = await open(from).catch(() => null);
  try {
    if (file === null) return false;
    const { size } = await file.stat();
    if (size < nonceLength + sealLength) throw new RangeError("too short");
    const nonce = Buffer.alloc(nonceLength);
    const seal = Buffer.alloc(sealLength);
    await file.read(nonce, 0, nonceLength, 0);
    await file.read(seal, 0, sealLength, size - sealLength);
    const decipher = createDecipheriv("aes-256-gcm", secret, nonce).setAuthTag(seal);
    const content = createReadStream(from, { start: nonceLength, end: size - sealLength - 1 });
    await pipeline(content, decipher, createWriteStream(to, { mode: 0o600 }));
    return true;
  } catch {
    await rm(to, { force: true });
    await rm(from, { force: true });
    return false;
  } finally {
    await file?.close();
  }
}
