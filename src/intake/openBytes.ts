import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";

const chunkSize = 1 << 20;

/** The first bytes of a file, as they lie on the disk. */
export async function firstBytes(path: string, length = 4096): Promise<Buffer> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** True for the two bytes that every gzip file starts with, whatever it is named. */
export function isGzip(start: Buffer): boolean {
  return start[0] === 0x1f && start[1] === 0x8b;
}

/**
 * The bytes of a file, unpacked where they are gzip.
 *
 * @param onRead called with the number of bytes that were read from the disk since the last call
 * @throws the error of zlib where a gzip file is cut off or damaged
 */
export async function* openBytes(path: string, onRead?: (bytes: number) => void): AsyncGenerator<Buffer> {
  const packed = isGzip(await firstBytes(path, 2));
  const file = createReadStream(path, { highWaterMark: chunkSize });
  if (onRead) file.on("data", (chunk) => onRead(chunk.length));
  const bytes = packed ? pipeline(file, createGunzip({ chunkSize }), () => undefined) : file;
  for await (const chunk of bytes) yield chunk as Buffer;
}
