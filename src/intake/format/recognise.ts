/** What a file is by its bytes, whatever its name says. */
export type FileKind = "gzip" | "zip" | "parquet" | "json" | "html" | "lfs-pointer" | "old-excel" | "password" | "pdf" | "document" | "script" | "other-table" | "binary" | "text";

const signatures: [FileKind, Buffer][] = [
  ["gzip", Buffer.from([0x1f, 0x8b])],
  ["zip", Buffer.from("PK\u0003\u0004")],
  ["zip", Buffer.from("PK\u0005\u0006")],
  ["parquet", Buffer.from("PAR1")],
  ["pdf", Buffer.from("%PDF-")],
  ["document", Buffer.from("{\\rtf")],
  ["binary", Buffer.from("SQLite format 3\u0000")],
  ["binary", Buffer.from("Rar!")],
  ["binary", Buffer.from([0x37, 0x7a, 0xbc, 0xaf])],
  ["binary", Buffer.from([0x89, 0x50, 0x4e, 0x47])],
  ["binary", Buffer.from([0xff, 0xd8, 0xff])],
  ["lfs-pointer", Buffer.from("version https://git-lfs.github.com/")],
];

const compound = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);
/** The names of streams stand in a compound file in UTF-16. */
const streamName = (name: string): Buffer => Buffer.from(name, "utf16le");

/** A compound file (OLE) is what Office wrote before 2007, and what it wraps a workbook with a password in. */
function compoundKind(bytes: Buffer): FileKind {
  if (bytes.includes(streamName("EncryptedPackage"))) return "password";
  return bytes.includes(streamName("WordDocument")) ? "document" : "old-excel";
}

/** A workbook that a system wrote as a web page or as XML and named .xls. */
const otherTable = /urn:schemas-microsoft-com:office:(?:spreadsheet|excel)|<\?mso-application|<table[\s>]/i;

/**
 * @param start the first bytes of the file
 * @param name its name where it has one: an HTML table that calls itself a workbook is told by it
 */
export function recognise(start: Buffer, name = ""): FileKind {
  if (start.subarray(0, compound.length).equals(compound)) return compoundKind(start);
  for (const [kind, signature] of signatures) if (start.subarray(0, signature.length).equals(signature)) return kind;
  const text = start.toString("latin1").replace(/^(?:ï»¿|[ÿþ]{2})/, "").trimStart();
  if (text.startsWith("<") && otherTable.test(text) && (/\.xls[xbm]?$/i.test(name) || /office:(?:spreadsheet|excel)|mso-application/i.test(text))) return "other-table";
  if (/^(?:var|let|const|window\.|module\.exports|export)\b[^\n;]{0,80}=|^(?:\/\*|"use strict")|^function\b|^[\w.$]{1,60}\(\s*[[{]/.test(text)) return "script";
  if (/^<(?:!doctype\s+html|html|head|meta|table|body|script|\?xml)/i.test(text)) return "html";
  if (/^\{\s*"|^\[\s*[[{\]]/.test(text)) return "json";
  return "text";
}
