import { crc32, deflateRawSync } from "node:zlib";
import { strToU8, unzipSync } from "fflate";

/** Files of an archive by name: texts or bytes. */
type ZipFiles = Readonly<Record<string, string | Uint8Array>>;

/** Endings of what is packed already: packing it again would only cost time. */
const packed = /\.(png|jpg|docx|xlsx|zip|gz)$/;

/**
 * Noon of 1 January 1980, the first day that an archive can tell, as archives write it: a time without a zone, so that the
 * bytes are the same everywhere.
 */
const [fixedTime, fixedDay] = [12 << 11, (1 << 5) | 1];

/** A file as it lies in an archive. */
interface Entry {
  name: Uint8Array;
  content: Uint8Array;
  stored: Uint8Array;
  checksum: number;
  isDeflated: boolean;
}

/**
 * An archive whose bytes depend on nothing but names and contents (APPNOTE.TXT 6.3.10, 4.3; made on no system in
 * particular, names in UTF-8).
 *
 * @param first names that stand first, in this order; all others follow by name
 * @throws RangeError where it would be 4 GB or larger, which needs another form of archive
 */
export function zip(files: ZipFiles, first: readonly string[] = []): Uint8Array {
  const rest = Object.keys(files)
    .filter((name) => !first.includes(name))
    .sort();
  const names = [...first.filter((name) => name in files), ...rest];
  const pieces: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const name of names) {
    const entry = entryOf(name, files[name]!);
    const head = localHead(entry);
    directory.push(centralHead(head, offset), entry.name);
    pieces.push(head, entry.name, entry.stored);
    offset += head.length + entry.name.length + entry.stored.length;
  }
  const length = directory.reduce((sum, piece) => sum + piece.length, 0);
  if (offset + length > 0xffff_ffff || names.length > 0xffff)
    throw new RangeError("an archive is too large for its form");
  return Buffer.concat([...pieces, ...directory, endOf(names.length, length, offset)]);
}

/** The last file of each name, packed: dozens of documents differ in two of their twenty parts. */
const known = new Map<string, Entry>();
/** What is remembered so is small. */
const smallPart = 20_000;

function entryOf(name: string, given: string | Uint8Array): Entry {
  const content = typeof given === "string" ? strToU8(given) : given;
  const before = known.get(name);
  if (before !== undefined && Buffer.compare(before.content, content) === 0) return before;
  const isDeflated = !packed.test(name) && content.length > 0;
  const entry = {
    name: strToU8(name),
    content,
    stored: isDeflated ? deflateRawSync(content) : content,
    checksum: crc32(content),
    isDeflated,
  };
  if (isDeflated && content.length <= smallPart) known.set(name, entry);
  return entry;
}

/** Version 2.0; bit 11: names are UTF-8. */
const [version, utf8] = [20, 1 << 11];

function localHead({ name, content, stored, checksum, isDeflated }: Entry): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(version, 4);
  head.writeUInt16LE(utf8, 6);
  head.writeUInt16LE(isDeflated ? 8 : 0, 8);
  head.writeUInt16LE(fixedTime, 10);
  head.writeUInt16LE(fixedDay, 12);
  head.writeUInt32LE(checksum, 14);
  head.writeUInt32LE(stored.length, 18);
  head.writeUInt32LE(content.length, 22);
  head.writeUInt16LE(name.length, 26);
  return head;
}

/** All that the head before the file says, and where that stands. */
function centralHead(local: Buffer, offset: number): Buffer {
  const head = Buffer.alloc(46);
  head.writeUInt32LE(0x02014b50, 0);
  head.writeUInt16LE(version, 4);
  local.copy(head, 6, 4, 28);
  head.writeUInt32LE(offset, 42);
  return head;
}

function endOf(count: number, length: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}

/** Unpacks an archive that a library has made, and packs it with fixed times; `change` may rewrite a file of it. */
export function repacked(
  archive: Uint8Array,
  first: readonly string[],
  change: (name: string, content: Uint8Array) => string | Uint8Array,
): Uint8Array {
  const files = Object.entries(unzipSync(archive)).map(([name, content]) => [name, change(name, content)] as const);
  return zip(Object.fromEntries(files), first);
}
