/** What a file is by its bytes, whatever its name says. */
export type FileKind = "gzip" | "zip" | "parquet" | "json" | "html" | "lfs-pointer" | "old-excel" | "binary" | "text";

const signatures: [FileKind, Buffer][] = [
  ["gzip", Buffer.from([0x1f, 0x8b])],
  ["zip", Buffer.from("PK\u0003\u0004")],
  ["zip", Buffer.from("PK\u0005\u0006")],
  ["parquet", Buffer.from("PAR1")],
  ["old-excel", Buffer.from([0xd0, 0xcf, 0x11, 0xe0])],
  ["binary", Buffer.from("%PDF-")],
  ["binary", Buffer.from("SQLite format 3\u0000")],
  ["binary", Buffer.from("Rar!")],
  ["binary", Buffer.from([0x37, 0x7a, 0xbc, 0xaf])],
  ["binary", Buffer.from([0x89, 0x50, 0x4e, 0x47])],
  ["binary", Buffer.from([0xff, 0xd8, 0xff])],
  ["lfs-pointer", Buffer.from("version https://git-lfs.github.com/")],
];

/** @param start the first bytes of the file */
export function recognise(start: Buffer): FileKind {
  for (const [kind, signature] of signatures) if (start.subarray(0, signature.length).equals(signature)) return kind;
  const text = start.toString("latin1").replace(/^(?:ï»¿|[ÿþ]{2})/, "").trimStart();
  if (/^<(?:!doctype\s+html|html|head|meta|table|body|script|\?xml)/i.test(text)) return "html";
  if (/^\{\s*"|^\[\s*[[{\]]/.test(text)) return "json";
  return "text";
}
