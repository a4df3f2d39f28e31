/** What a file is by its bytes, whatever its name says. */
export type FileKind =
  | "gzip"
  | "zip"
  | "parquet"
  | "json"
  | "html"
  | "lfs-pointer"
  | "old-excel"
  | "password"
  | "pdf"
  | "document"
  | "script"
  | "other-table"
  | "binary"
  | "text";

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
const isWorkbookName = (name: string): boolean => /\.xls[xbm]?$/i.test(name);
const office = /office:(?:spreadsheet|excel)|mso-application/i;
const otherTable = /urn:schemas-microsoft-com:office:(?:spreadsheet|excel)|<\?mso-application|<table[\s>]/i;

/** A register in elements: with a declaration, or one element after the other from the start. HTML's own names are no register's. */
const xml =
  /^(?:<\?xml\s|<(?!!|head\b|meta\b|script\b|table\b|div\b|p\b|br\b|a\b|b\b|i\b|span\b|font\b|style\b|title\b|link\b|center\b|form\b)[A-Za-z_\x80-\xff][^\s<>]*(?:\s[^<>]*)?>\s*<)/i;

/** How programs begin: an assignment, an export, a function, a call with data inside, a guard against being read as one. */
const scriptForms = [
  String.raw`(?:(?:var|let|const)\s|window\b|self\b|globalThis\b|module\.exports|exports\b)[^\n;]{0,80}=`,
  String.raw`export\s+(?:default|const|let|var|function|\{)`,
  String.raw`import\s+(?:["'{*]|\w+\s*(?:,\s*\{[^}]*\}\s*)?\sfrom\s)`,
  String.raw`["']use strict["']`,
  String.raw`[(!]?\(?(?:async\s+)?function\b\s*\*?\s*[\w$]*\s*\(`,
  String.raw`[\w$.]{1,60}\s*=\s*[[{]`,
  String.raw`[\w$.]{1,60}\(\s*(?:[[{]|"[^"\n]{0,200}",\s*[[{])`,
  String.raw`(?:while\s*\(1\)|for\s*\(;;\))\s*;|\)\]\}'`,
];
const script = new RegExp(`^(?:${scriptForms.join("|")})`);
/** Comments above them. */
const comment = /^(?:\/\*[^]*?(?:\*\/|$)|\/\/[^\n]*(?:\n|$))\s*/;

/** A page saved with its pictures in one file: a letter of several parts. */
const mhtml =
  /^(?:(?:From|Subject|Date|Snapshot-Content-Location|X-[\w-]+): [^\n]*\n){0,8}(?:MIME-Version:|Content-Type: multipart)/i;

/**
 * @param start the first bytes of the file
 * @param name its name where it has one: an HTML table that calls itself a workbook is told by it
 */
export function recognise(start: Buffer, name = ""): FileKind {
  if (start.subarray(0, compound.length).equals(compound)) return compoundKind(start);
  for (const [kind, signature] of signatures) if (start.subarray(0, signature.length).equals(signature)) return kind;
  const bytes = start.toString("latin1").replace(/^(?:(?:ï»¿)+|[ÿþ]{2})/, "");
  // UTF-16: what tells a format are Latin letters and signs, each with a zero beside it.
  const text = (/^(?:\0[^\0]|[^\0]\0)/.test(bytes) ? bytes.replaceAll("\0", "") : bytes).trimStart();
  if (text.startsWith("<") && otherTable.test(text) && (isWorkbookName(name) || office.test(text)))
    return "other-table";
  if (mhtml.test(text)) return isWorkbookName(name) || office.test(text) ? "other-table" : "html";
  if (isScript(text)) return "script";
  if (xml.test(text) && !/<(?:!doctype\s+html|html|body)[\s>]/i.test(text)) return "other-table";
  if (/^<(?:!doctype\s+html|html|head|meta|table|body|script|\?xml)/i.test(text)) return "html";
  if (/^\{\s*"|^\[\s*[[{\]]/.test(text)) return "json";
  return "text";
}

function isScript(text: string): boolean {
  let rest = text;
  for (let more = comment.exec(rest); more !== null; more = comment.exec(rest)) {
    // A program may begin with a comment longer than what is looked at.
    if (more[0].startsWith("/*") && more[0].length === rest.length) return true;
    rest = rest.slice(more[0].length);
  }
  return script.test(rest);
}
