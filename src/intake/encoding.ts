import { isUtf8 } from "node:buffer";
import iconv from "iconv-lite";
import { FileFault } from "./fileFault.ts";
import type { CodePage } from "./codePage.ts";
import { HighBytes } from "./highBytes.ts";

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | CodePage;

/** What all the bytes of a text file together say about it. */
export interface TextSurvey {
  bytes: number;
  /** null: the bytes are no text. */
  encoding: Encoding | null;
  /** Bytes of value 0 in a text that should have none; they are left out. */
  zeros: number;
  /** Sequences that are no UTF-8 in a file that otherwise is; they become U+FFFD. */
  damaged: number;
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

interface ByteCounts {
  bytes: number;
  utf8: boolean;
  start: Buffer;
  evenZeros: number;
  oddZeros: number;
}

async function countBytes(chunks: AsyncIterable<Buffer>): Promise<ByteCounts> {
  const counts: ByteCounts = { bytes: 0, utf8: true, start: Buffer.alloc(0), evenZeros: 0, oddZeros: 0 };
  let tail: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    if (counts.bytes === 0) counts.start = Buffer.from(chunk.subarray(0, 4));
    for (let at = chunk.indexOf(0); at !== -1; at = chunk.indexOf(0, at + 1)) {
      if ((counts.bytes + at) % 2 === 0) counts.evenZeros += 1;
      else counts.oddZeros += 1;
    }
    counts.bytes += chunk.length;
    if (!counts.utf8) continue;
    const joined = tail.length > 0 ? Buffer.concat([tail, chunk]) : chunk;
    const unfinished = unfinishedTail(joined);
    counts.utf8 = isUtf8(joined.subarray(0, joined.length - unfinished));
    tail = Buffer.from(joined.subarray(joined.length - unfinished));
  }
  counts.utf8 &&= tail.length === 0;
  return counts;
}

/** A text in UTF-16 has a zero beside every space, figure and Latin letter, all on the same side. */
function utf16Of({ bytes, start, evenZeros, oddZeros }: ByteCounts): "utf-16le" | "utf-16be" | null {
  if (start[0] === 0xff && start[1] === 0xfe) return "utf-16le";
  if (start[0] === 0xfe && start[1] === 0xff) return "utf-16be";
  const zeros = evenZeros + oddZeros;
  if (bytes % 2 !== 0 || zeros < bytes / 50) return null;
  if (oddZeros > zeros * 0.95) return "utf-16le";
  return evenZeros > zeros * 0.95 ? "utf-16be" : null;
}

/** A stray zero may come into a text; a file in which one byte of a hundred is zero is something else. */
const strayZeros = 100;

/**
 * Decides the encoding of a file from every byte, not from its beginning: an export may hold its first Russian word after a
 * hundred thousand rows. UTF-8 is known after one reading; anything else is read once more.
 *
 * @param open gives the bytes from the beginning each time it is called
 * @throws FileFault ENCODING_MIXED where parts of the text are written in different encodings
 */
export async function surveyText(open: () => AsyncIterable<Buffer>): Promise<TextSurvey> {
  const counts = await countBytes(open());
  const { bytes } = counts;
  const zeros = counts.evenZeros + counts.oddZeros;
  const utf16 = utf16Of(counts);
  if (utf16) return { bytes, encoding: utf16, zeros: 0, damaged: 0 };
  if (zeros * strayZeros > bytes) return { bytes, encoding: null, zeros, damaged: 0 };
  if (counts.utf8) return { bytes, encoding: "utf-8", zeros, damaged: 0 };
  const high = new HighBytes();
  for await (const chunk of open()) high.add(chunk);
  high.end();
  const mixedFrom = high.otherEncodingFrom;
  if (mixedFrom !== null) throw new FileFault("ENCODING_MIXED", mixedFrom > 1 ? mixedFrom : undefined);
  return high.isUtf8
    ? { bytes, encoding: "utf-8", zeros, damaged: high.damaged }
    : { bytes, encoding: high.codePage, zeros, damaged: 0 };
}

/** Bytes of UTF-8 to text. Whole valid pieces are what the engine decodes fastest; from the first damage on a decoder goes on that knows what to do. */
async function* decodeUtf8(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null;
  let tail: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    if (decoder !== null) {
      yield decoder.decode(chunk, { stream: true });
      continue;
    }
    const joined = tail.length > 0 ? Buffer.concat([tail, chunk]) : chunk;
    const whole = joined.subarray(0, joined.length - unfinishedTail(joined));
    if (isUtf8(whole)) {
      tail = Buffer.from(joined.subarray(whole.length));
      yield whole.toString("utf8");
    } else {
      decoder = new TextDecoder("utf-8", { ignoreBOM: true });
      yield decoder.decode(joined, { stream: true });
    }
  }
  yield decoder === null ? tail.toString("utf8") : decoder.decode();
}

/** Bytes of any other encoding to text. */
async function* decodeOther(chunks: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = encoding === "utf-16le" || encoding === "utf-16be" ? new TextDecoder(encoding) : null;
  const decode = decoder ?? iconv.getDecoder(encoding);
  for await (const chunk of chunks)
    yield decode instanceof TextDecoder ? decode.decode(chunk, { stream: true }) : decode.write(chunk);
  yield decode instanceof TextDecoder ? decode.decode() : (decode.end() ?? "");
}

/** Bytes to text, chunk by chunk; byte order marks at the beginning (programs that each add one leave several) and zeros are left out. */
export async function* decodeText(chunks: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<string> {
  let begins = true;
  for await (const piece of encoding === "utf-8" ? decodeUtf8(chunks) : decodeOther(chunks, encoding)) {
    let text = piece;
    if (begins) {
      text = text.replace(/^\ufeff+/, "");
      begins = text === "";
    }
    yield text.includes("\0") ? text.replaceAll("\0", "") : text;
  }
}
