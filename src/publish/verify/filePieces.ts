import { closeSync, fstatSync, openSync, readSync } from "node:fs";

/** Bytes of a table that are looked at in one go. A million appeals are a gigabyte, which no string can hold. */
const mostAtOnce = 16 * 2 ** 20;

const quotationMark = 0x22;
const lineEnd = 0x0a;

/** A whole file, or records of a long table that follow each other. */
export interface FilePiece {
  bytes: Buffer;
  /** Records in it, the header of a table counted; 0 for files that are no tables. */
  records: number;
}

/**
 * A file of the site, piece by piece. Tables (.csv, .ndjson) are cut where a record ends, everything else comes whole:
 * only they grow with the number of appeals.
 *
 * @param pieceSize bytes, smaller only in tests; a record that is longer comes whole
 */
export function* filePieces(path: string, pieceSize: number = mostAtOnce): Generator<FilePiece> {
  const isTable = /\.(?:csv|ndjson)$/u.test(path);
  const isQuoted = path.endsWith(".csv");
  const file = openSync(path, "r");
  try {
    const { size } = fstatSync(file);
    let rest = Buffer.alloc(0);
    let read = 0;
    do {
      const added = Buffer.alloc(Math.min(isTable ? pieceSize : size, size - read));
      for (let filled = 0; filled < added.length;) {
        const count = readSync(file, added, filled, added.length - filled, read + filled);
        if (count === 0) throw new Error("A file of the site became shorter while it was read");
        filled += count;
      }
      read += added.length;
      const bytes = rest.length === 0 ? added : Buffer.concat([rest, added]);
      if (!isTable) {
        yield { bytes, records: 0 };
        return;
      }
      const { records, end } = recordsIn(bytes, isQuoted);
      const isLast = read === size;
      if (isLast) yield { bytes, records };
      else if (end > 0) yield { bytes: bytes.subarray(0, end), records };
      rest = isLast ? rest : bytes.subarray(end);
    } while (read < size);
  } finally {
    closeSync(file);
  }
}

/** How many records end in these bytes, which begin with a record, and behind which byte the last of them ends. */
function recordsIn(bytes: Buffer, isQuoted: boolean): { records: number; end: number } {
  let records = 0;
  let end = 0;
  let isInside = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === lineEnd) {
      if (isInside) continue;
      records += 1;
      end = at + 1;
    } else if (isQuoted && byte === quotationMark) isInside = !isInside;
  }
  return { records, end };
}
