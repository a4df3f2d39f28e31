import { stat } from "node:fs/promises";
import { join } from "node:path";
import { FileFault } from "../fileFault.ts";
import { bytesOfFile, firstBytes, gunzipped, type ByteSource } from "./byteSource.ts";
import { csvPart } from "./csvPart.ts";
import { dataSetFiles, sizeOf } from "./dataSet.ts";
import { jsonPart } from "./jsonPart.ts";
import type { Part } from "./part.ts";
import { parquetPart } from "./parquetPart.ts";
import { withPlainCells } from "./plainCells.ts";
import { type FileKind, recognise } from "./recognise.ts";
import { memberNamed, openZip, type ZipArchive } from "./zipArchive.ts";
import { xlsxParts } from "./xlsxParts.ts";

/** A file with its tables, and what has to be said about it before any row is read. */
export interface OpenedFile {
  /** What it is by its bytes. */
  format: "text" | "json" | "parquet" | "xlsx" | "zip";
  parts: Part[];
  hiddenSheets: number;
  active: boolean;
  /** Something that is no table of its own inside an archive: not read. */
  unreadMembers: number;
}

const none = { hiddenSheets: 0, active: false, unreadMembers: 0 };

/** A workbook inside an archive is held in memory; one larger than this has to be unpacked by hand. */
const largestInnerWorkbook = 256 << 20;

/** What macOS, version control and editors leave behind in archives. */
const leftover = /(?:^|\/)(?:__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$|~\$)|(?:^|\/)readme[^/]*$/i;

/**
 * Opens a file by what its bytes say, or a folder that is a Parquet data set.
 *
 * @throws FileFault for a file that holds no table, or a damaged or hostile one
 */
export async function openFile(path: string): Promise<OpenedFile> {
  const found = await stat(path);
  if (found.isDirectory()) return openDataSet(path);
  const { size } = found;
  if (size === 0) throw new FileFault("FILE_EMPTY");
  const opened = await openBytes(bytesOfFile(path), size, "", null, false, path);
  return { ...opened, parts: opened.parts.map(withPlainCells) };
}

async function openDataSet(folder: string): Promise<OpenedFile> {
  const files = (await dataSetFiles(folder))?.map((file) => join(folder, file));
  if (files === undefined) throw new FileFault("FILE_NOT_TEXT");
  const part = await parquetPart(files, true, await sizeOf(folder));
  return { format: "parquet", parts: [withPlainCells(part)], ...none };
}

async function openBytes(
  bytes: ByteSource,
  size: number,
  suffix: string,
  innerName: string | null,
  inside: boolean,
  name = innerName ?? "",
): Promise<OpenedFile> {
  const kind = recognise(await firstBytes(bytes, recognisedLength), name);
  switch (kind) {
    case "gzip":
      if (inside) throw new FileFault("ARCHIVE_NESTED");
      return openBytes(gunzipped(bytes), size, suffix, innerName, true);
    case "zip":
      return openArchive(bytes, size, suffix, inside);
    case "parquet":
      if (bytes.path === null) throw new FileFault("ARCHIVE_NESTED");
      return { format: "parquet", parts: [await parquetPart([bytes.path], false, size)], ...none };
    case "json":
      return { format: "json", parts: [await jsonPart(bytes, suffix, innerName)], ...none };
    case "text":
      return { format: "text", parts: [await csvPart(bytes, suffix, innerName)], ...none };
    default:
      throw new FileFault(refusals[kind]);
  }
}

async function inMemory(bytes: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of bytes) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > largestInnerWorkbook) throw new FileFault("ARCHIVE_NESTED");
  }
  return Buffer.concat(chunks);
}

/** How much of a file tells what it is: the directory of a compound file stands behind its first streams. */
const recognisedLength = 1 << 16;

/** What holds no table that is read, by the code that says so. */
const refusals = {
  html: "FILE_HTML",
  "lfs-pointer": "FILE_LFS_POINTER",
  "old-excel": "FILE_OLD_EXCEL",
  password: "FILE_PASSWORD",
  pdf: "FILE_PDF",
  document: "FILE_DOCUMENT",
  script: "FILE_SCRIPT",
  "other-table": "FILE_OTHER_TABLE",
  binary: "FILE_NOT_TEXT",
} as const satisfies Partial<Record<FileKind, FileFault["code"]>>;

const has = (archive: ZipArchive, path: string): boolean => memberNamed(archive, path) !== undefined;
const isWorkbook = (archive: ZipArchive): boolean => has(archive, "xl/workbook.xml");

/** Other programs' files that are archives inside. @throws FileFault with the format's own code */
function refuseOtherFormats(archive: ZipArchive): void {
  if (has(archive, "xl/workbook.bin")) throw new FileFault("FILE_OTHER_TABLE");
  if (has(archive, "word/document.xml")) throw new FileFault("FILE_DOCUMENT");
  if (has(archive, "content.xml") && has(archive, "META-INF/manifest.xml")) throw new FileFault("FILE_OTHER_TABLE");
}

async function openArchive(bytes: ByteSource, size: number, suffix: string, inside: boolean): Promise<OpenedFile> {
  const archive = await openZip(bytes.path ?? (await inMemory(bytes.open())));
  if (isWorkbook(archive)) {
    const { parts, hiddenSheets, active } = await xlsxParts(archive, size);
    return {
      format: "xlsx",
      parts: parts.map((part) => ({ ...part, suffix: suffix + part.suffix })),
      hiddenSheets,
      active,
      unreadMembers: 0,
    };
  }
  refuseOtherFormats(archive);
  if (inside) throw new FileFault("ARCHIVE_NESTED");

  const opened: OpenedFile = { format: "zip", parts: [], ...none };
  const members = archive.members.filter(({ name }) => !leftover.test(name));
  for (const [index, { name, size: memberSize }] of members.entries()) {
    const member: ByteSource = {
      path: null,
      async *open(onRead) {
        yield* archive.open(name);
        onRead?.(size / members.length);
      },
    };
    if (memberSize === 0) {
      opened.unreadMembers += 1;
      continue;
    }
    const inner = await openBytes(
      member,
      memberSize,
      members.length === 1 ? "" : `#${index + 1}`,
      name.slice(name.lastIndexOf("/") + 1),
      true,
    );
    opened.parts.push(...inner.parts);
    opened.hiddenSheets += inner.hiddenSheets;
    opened.active ||= inner.active;
  }
  if (opened.parts.length === 0) throw new FileFault("FILE_EMPTY");
  return opened;
}
