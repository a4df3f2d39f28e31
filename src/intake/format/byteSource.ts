import { createReadStream } from "node:fs";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { FileFault } from "../fileFault.ts";

/** Told how many bytes were read from the disk since it was last told. */
export type OnRead = (bytes: number) => void;

/** Bytes that can be read from their beginning as often as needed. */
export interface ByteSource {
  /** Where they lie on the disk as they are; null where they have to be unpacked first. */
  path: string | null;
  open(onRead?: OnRead): AsyncIterable<Buffer>;
}

const chunkSize = 1 << 20;

export function bytesOfFile(path: string): ByteSource {
  return {
    path,
    async *open(onRead) {
      for await (const chunk of createReadStream(path, { highWaterMark: chunkSize })) {
        onRead?.((chunk as Buffer).length);
        yield chunk as Buffer;
      }
    },
  };
}

/** Text seldom packs to less than a twentieth; a bomb packs to less than a two-hundredth. */
const bombRatio = 200;
const bombSize = 200 << 20;

/** @throws FileFault ARCHIVE_BOMB where so much came out of so little that it is an attack and no export */
export function refuseBomb(packed: number, unpacked: number): void {
  if (unpacked > bombSize && unpacked > packed * bombRatio) throw new FileFault("ARCHIVE_BOMB");
}

/** The same bytes unpacked from gzip; several members one after the other are one text. */
export function gunzipped(packed: ByteSource): ByteSource {
  return {
    path: null,
    async *open(onRead) {
      let read = 0;
      let unpacked = 0;
      const counted = (async function* () {
        for await (const chunk of packed.open(onRead)) {
          read += chunk.length;
          yield chunk;
        }
      })();
      const unzip = pipeline(counted, createGunzip({ chunkSize }), () => undefined);
      try {
        for await (const chunk of unzip) {
          unpacked += (chunk as Buffer).length;
          refuseBomb(read, unpacked);
          yield chunk as Buffer;
        }
      } catch (cause) {
        // zlib: unexpected end of file, incorrect data check, invalid block
        if (cause instanceof Error && "code" in cause && String(cause.code).startsWith("Z_"))
          throw new FileFault("FILE_TRUNCATED");
        throw cause;
      }
    },
  };
}

/** The first bytes, and no more of the file than needed for them. */
export async function firstBytes(source: ByteSource, length = 8192): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let read = 0;
  for await (const chunk of source.open()) {
    chunks.push(chunk);
    read += chunk.length;
    if (read >= length) break;
  }
  return Buffer.concat(chunks).subarray(0, length);
}
