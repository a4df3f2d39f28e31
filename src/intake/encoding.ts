import { isUtf8 } from "node:buffer";
import iconv from "iconv-lite";

export const encodings = ["utf-8", "windows-1251"] as const;
export type Encoding = (typeof encodings)[number];

/** What all the bytes of a text file together say about it. */
export interface TextSurvey {
  bytes: number;
  encoding: Encoding;
  /** Bytes of value 0: none in a text, every second one in UTF-16, any number in a binary file. */
  zeros: number;
}

/** Length of an unfinished UTF-8 character at the end of a buffer. */
function unfinishedTail(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return needed > back ? back : 0;
  }
  return 0;
}

/**
 * Reads a whole file once and decides its encoding from every byte, not from its beginning: an export may hold its
 * first Russian word after a hundred thousand rows.
 */
export async function surveyText(chunks: AsyncIterable<Buffer>): Promise<TextSurvey> {
  let bytes = 0;
  let zeros = 0;
  let valid = true;
  let tail: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    bytes += chunk.length;
    for (let at = chunk.indexOf(0); at !== -1; at = chunk.indexOf(0, at + 1)) zeros += 1;
    if (!valid) continue;
    const joined = tail.length > 0 ? Buffer.concat([tail, chunk]) : chunk;
    const unfinished = unfinishedTail(joined);
    valid = isUtf8(joined.subarray(0, joined.length - unfinished));
    tail = Buffer.from(joined.subarray(joined.length - unfinished));
  }
  return { bytes, encoding: valid && tail.length === 0 ? "utf-8" : "windows-1251", zeros };
}

/** Bytes to text, chunk by chunk; a byte order mark is left out. */
export async function* decodeText(chunks: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<string> {
  if (encoding === "utf-8") {
    const decoder = new TextDecoder("utf-8");
    for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
    return;
  }
  const decoder = iconv.getDecoder(encoding);
  for await (const chunk of chunks) yield decoder.write(chunk);
  yield decoder.end() ?? "";
}
