import { fromBufferPromise, openPromise, type Entry, type ZipFile } from "yauzl";
import { FileFault } from "../fileFault.ts";
import { refuseBomb } from "./byteSource.ts";

interface ZipMember {
  name: string;
  size: number;
}

/** A zip archive on the disk or in memory. Nothing is unpacked to the disk, and no name in it is ever used as a path. */
export interface ZipArchive {
  members: ZipMember[];
  open(name: string): AsyncGenerator<Buffer>;
}

/** The member that a path names. Names of parts are compared without case (ECMA-376 part 2): 1C writes xl/SharedStrings.xml. */
export function memberNamed({ members }: ZipArchive, path: string): string | undefined {
  return members.find(({ name }) => name.toLowerCase() === path.toLowerCase())?.name;
}

/** @throws FileFault FILE_TRUNCATED, FILE_LOCKED (a password) */
export async function openZip(from: string | Buffer): Promise<ZipArchive> {
  const options = { lazyEntries: true, autoClose: false, strictFileNames: false };
  const open = async (): Promise<ZipFile> =>
    (typeof from === "string" ? openPromise(from, options) : fromBufferPromise(from, options)).catch(() => {
      throw new FileFault("FILE_TRUNCATED");
    });

  const zip = await open();
  const members: ZipMember[] = [];
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.isEncrypted()) throw new FileFault("FILE_LOCKED");
      if (!entry.fileName.endsWith("/")) members.push({ name: entry.fileName, size: entry.uncompressedSize });
    }
  } catch (cause) {
    throw cause instanceof FileFault ? cause : new FileFault("FILE_TRUNCATED");
  } finally {
    zip.close();
  }

  return {
    members: members.sort((left, right) => (left.name < right.name ? -1 : 1)),
    async *open(name) {
      const again = await open();
      try {
        let found: Entry | undefined;
        for await (const entry of again.eachEntry()) {
          if (entry.fileName !== name) continue;
          found = entry;
          break;
        }
        if (!found) throw new FileFault("FILE_TRUNCATED");
        let unpacked = 0;
        for await (const chunk of await again.openReadStreamPromise(found)) {
          unpacked += (chunk as Buffer).length;
          refuseBomb(found.compressedSize, unpacked);
          yield chunk as Buffer;
        }
      } catch (cause) {
        throw cause instanceof FileFault ? cause : new FileFault("FILE_TRUNCATED");
      } finally {
        again.close();
      }
    },
  };
}
