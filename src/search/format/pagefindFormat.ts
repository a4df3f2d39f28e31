/**
 * The only place that knows how Pagefind's files look inside. Everything else uses its public interface.
 *
 * Why: the metadata file holds a name and a length for every appeal (9 bytes each when packed), which is most of what a
 * first visit would download. Appeals are numbered by date, so their names can be made up in the browser from a count,
 * and what remains is the table of index files. The index files hold where in an appeal each word stands, which only
 * phrases and the order by relevance need; without it they weigh half. The test builds an index with the installed
 * version and fails where this no longer holds; the version is pinned for that reason. Where another version is
 * installed all the same, the search is built on the public interface alone (publicEngine.ts).
 */

/** The version this knowledge is about. */
export const knownPagefind = "1.6.0";

/** First and last word of an index file, and its name. */
export type IndexFile = readonly [first: string, last: string, name: string];

/** Begins every unpacked file of Pagefind; the browser side takes such a file as it is. */
const marker = "pagefind_dcd";

type Cbor = number | string | Uint8Array | Cbor[];

function readCbor(bytes: Uint8Array): Cbor {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const decoder = new TextDecoder();
  let position = 0;
  const length = (head: number): number => {
    const short = head & 31;
    if (short < 24) return short;
    const size = { 24: 1, 25: 2, 26: 4, 27: 8 }[short];
    if (size === undefined) throw new Error("Pagefind's metadata has another form than expected");
    const at = position;
    position += size;
    if (size === 1) return view.getUint8(at);
    if (size === 2) return view.getUint16(at);
    return size === 4 ? view.getUint32(at) : Number(view.getBigUint64(at));
  };
  const value = (): Cbor => {
    const head = view.getUint8(position++);
    const count = length(head);
    const kind = head >> 5;
    if (kind === 0) return count;
    if (kind === 1) return -1 - count;
    if (kind === 4) return Array.from({ length: count }, value);
    if (kind !== 2 && kind !== 3) throw new Error("Pagefind's metadata has another form than expected");
    const part = bytes.subarray(position, (position += count));
    return kind === 3 ? decoder.decode(part) : part;
  };
  return value();
}

function writeCbor(root: Cbor): Uint8Array {
  const encoder = new TextEncoder();
  let bytes = new Uint8Array(1 << 16);
  let position = 0;
  const room = (size: number): void => {
    if (position + size <= bytes.length) return;
    const larger = new Uint8Array(Math.max(bytes.length * 2, position + size));
    larger.set(bytes);
    bytes = larger;
  };
  const head = (kind: number, count: number): void => {
    room(5);
    if (count < 24) bytes[position++] = (kind << 5) | count;
    else if (count < 0x100) {
      bytes.set([(kind << 5) | 24, count], position);
      position += 2;
    } else if (count < 0x1_0000) {
      bytes.set([(kind << 5) | 25, count >> 8, count & 0xff], position);
      position += 3;
    } else {
      bytes.set([(kind << 5) | 26, count >>> 24, (count >>> 16) & 0xff, (count >>> 8) & 0xff, count & 0xff], position);
      position += 5;
    }
  };
  const write = (value: Cbor): void => {
    if (typeof value === "number") head(value < 0 ? 1 : 0, value < 0 ? -1 - value : value);
    else if (Array.isArray(value)) {
      head(4, value.length);
      value.forEach(write);
    } else {
      const part = typeof value === "string" ? encoder.encode(value) : value;
      head(typeof value === "string" ? 3 : 2, part.length);
      room(part.length);
      bytes.set(part, position);
      position += part.length;
    }
  };
  write(root);
  return bytes.subarray(0, position);
}

function isRow(value: Cbor | undefined): value is Cbor[] {
  return Array.isArray(value);
}

/** @throws where the bytes are no file of Pagefind's: a page that a host sends for whatever it does not have, say */
export function requireMarker(unpacked: Uint8Array): void {
  if (new TextDecoder().decode(unpacked.subarray(0, marker.length)) !== marker)
    throw new Error("Not a file of Pagefind");
}

function marked(body: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(marker.length + body.length);
  bytes.set(new TextEncoder().encode(marker));
  bytes.set(body, marker.length);
  return bytes;
}

/** The table of index files and the pages' names, in the order in which they were added. @throws on any other form. */
export function readMetadata(unpacked: Uint8Array): { files: IndexFile[]; pages: string[] } {
  requireMarker(unpacked);
  const root = readCbor(unpacked.subarray(marker.length));
  if (!isRow(root) || root.length !== 6 || root[0] !== knownPagefind)
    throw new Error("Pagefind's metadata has another form than expected");
  const [, pages, files] = root;
  if (!isRow(pages) || !isRow(files)) throw new Error("Pagefind's metadata has another form than expected");
  return {
    pages: pages.map((page) => (isRow(page) && typeof page[0] === "string" ? page[0] : "")),
    files: files.map((file) => {
      if (!isRow(file) || file.length !== 3 || !file.every((part) => typeof part === "string"))
        throw new Error("Pagefind's metadata has another form than expected");
      return file as unknown as IndexFile;
    }),
  };
}

/** Where a word stands, the same for all. A list of places begins with a mark of their weight, below zero. */
const somewhere = 0;

/**
 * An index file without the places of the words in the texts: appeals that hold a word are found in it as before,
 * phrases are not.
 *
 * @throws on any other form
 */
export function withoutPlaces(unpacked: Uint8Array): Uint8Array {
  requireMarker(unpacked);
  const root = readCbor(unpacked.subarray(marker.length));
  const unexpected = new Error("Pagefind's index has another form than expected");
  if (!isRow(root) || root.length !== 1 || !isRow(root[0])) throw unexpected;
  const stripped = (pages: Cbor | undefined): Cbor[] => {
    if (!isRow(pages)) throw unexpected;
    return pages.map((page) => {
      if (!isRow(page) || page.length !== 3 || typeof page[0] !== "number" || !isRow(page[1])) throw unexpected;
      return [
        page[0],
        [...page[1].filter((place) => typeof place === "number" && place < 0).slice(0, 1), somewhere],
        [],
      ];
    });
  };
  const words = root[0].map((word) => {
    if (!isRow(word) || word.length !== 3 || typeof word[0] !== "string" || !isRow(word[2])) throw unexpected;
    // Words that differ from it by marks above letters alone, among them every word with й.
    const variants = word[2].map((variant) => {
      if (!isRow(variant) || variant.length !== 2 || typeof variant[0] !== "string") throw unexpected;
      return [variant[0], stripped(variant[1])];
    });
    return [word[0], stripped(word[1]), variants];
  });
  return marked(writeCbor([words]));
}

/** Every appeal counts as equally long: what is written at length is not less about its subject. */
const equalLength = 100;

/** Metadata for `count` pages that are named by their numbers. */
export function makeMetadata(count: number, files: readonly IndexFile[]): Uint8Array {
  const pages = Array.from({ length: count }, (_, number) => [String(number), equalLength]);
  return marked(writeCbor([knownPagefind, pages, files.map((file) => [...file]), [], [], []]));
}

/** The entry file that Pagefind asks for before all others. */
export function makeEntry(count: number): string {
  return JSON.stringify({
    version: knownPagefind,
    languages: { unknown: { hash: "index", wasm: null, page_count: count } },
    include_characters: [],
  });
}
