import { inflateSync } from "node:zlib";

/** Texts that travel inside pictures beside what they show: comments, cameras' notes (EXIF), editors' notes (XMP). */
export function imageTexts(bytes: Buffer): string[] {
  if (bytes.readUInt32BE(0) === 0x89504e47) return pngTexts(bytes);
  if (bytes.readUInt16BE(0) === 0xffd8) return jpegTexts(bytes);
  if (bytes.toString("latin1", 0, 4) === "RIFF") return webpTexts(bytes);
  return printable(bytes);
}

/** Runs of letters and digits in bytes that are no text as a whole, as UTF-8. */
export function printable(bytes: Uint8Array): string[] {
  return (
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      .toString("utf8")
      .match(/[\p{L}\p{N}\p{P}\p{S} ]{5,}/gu) ?? []
  );
}

function pngTexts(bytes: Buffer): string[] {
  const texts: string[] = [];
  for (let at = 8; at + 8 <= bytes.length;) {
    const length = bytes.readUInt32BE(at);
    const kind = bytes.toString("latin1", at + 4, at + 8);
    const data = bytes.subarray(at + 8, at + 8 + length);
    if (kind === "tEXt" || kind === "eXIf") texts.push(...printable(data));
    // After the keyword and two flags zTXt and packed iTXt hold a stream of zlib.
    if (kind === "zTXt" || kind === "iTXt") texts.push(...printable(data), ...unpacked(data));
    at += 12 + length;
  }
  return texts;
}

function unpacked(data: Buffer): string[] {
  for (let at = data.indexOf(0x78); at >= 0; at = data.indexOf(0x78, at + 1)) {
    try {
      return printable(inflateSync(data.subarray(at)));
    } catch {
      // Not the beginning of the stream.
    }
  }
  return [];
}

function jpegTexts(bytes: Buffer): string[] {
  const texts: string[] = [];
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff;) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xda) break;
    const length = bytes.readUInt16BE(at + 2);
    const isNote = (marker >= 0xe1 && marker <= 0xef) || marker === 0xfe;
    if (isNote) texts.push(...printable(bytes.subarray(at + 4, at + 2 + length)));
    at += 2 + length;
  }
  return texts;
}

function webpTexts(bytes: Buffer): string[] {
  const texts: string[] = [];
  for (let at = 12; at + 8 <= bytes.length;) {
    const length = bytes.readUInt32LE(at + 4);
    if (["EXIF", "XMP "].includes(bytes.toString("latin1", at, at + 4)))
      texts.push(...printable(bytes.subarray(at + 8, at + 8 + length)));
    at += 8 + length + (length % 2);
  }
  return texts;
}
