/**
 * Every packed file of the search says inside which file it is: a copy of another edition's, or of its neighbour's, left
 * there by a host or a cache that mixed them up, would be read without complaint otherwise and give a wrong count.
 */

/** A file that is whole but is not the one that was asked for. */
export class ForeignFile extends Error {
  constructor() {
    super("A file of the search belongs to another index");
    this.name = "ForeignFile";
  }
}

const nameLine = (path: string): Uint8Array => new TextEncoder().encode(`otklik ${path}\n`);

/** @param path of the file below the search folder; folders are named for their contents */
export function withName(path: string, content: Uint8Array): Uint8Array {
  const head = nameLine(path);
  const bytes = new Uint8Array(head.length + content.length);
  bytes.set(head);
  bytes.set(content, head.length);
  return bytes;
}

/** What `withName` was given. @throws ForeignFile where the bytes are another file's, or none of ours. */
export function withoutName(path: string, bytes: Uint8Array): Uint8Array {
  const head = nameLine(path);
  if (bytes.length < head.length || !head.every((byte, at) => bytes[at] === byte)) throw new ForeignFile();
  return bytes.subarray(head.length);
}
