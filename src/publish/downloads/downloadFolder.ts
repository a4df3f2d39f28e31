import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { TableName } from "../../codebook/tables.ts";
import type { DownloadFile } from "../../model/downloads.ts";

/** A folder of files to take away, which remembers of each how long it is and its hash. */
export interface DownloadFolder {
  readonly path: string;
  /** In the order in which they were written. */
  readonly files: readonly DownloadFile[];
  /** Writes a file whole. @param rows of a table, without its header */
  write: (path: string, content: string | Uint8Array, table?: TableName | null, rows?: number | null) => Promise<void>;
  /** Copies a file, of which only its beginning is ever in memory. */
  copy: (from: string, path: string, table?: TableName | null, rows?: number | null) => Promise<void>;
  /** Remembers a file that somebody else wrote there. */
  note: (path: string, table?: TableName | null, rows?: number | null) => Promise<void>;
  /** The same of a file that is measured already. */
  add: (file: DownloadFile) => void;
}

export function downloadFolder(path: string): DownloadFolder {
  const files: DownloadFile[] = [];
  const place = async (file: string): Promise<string> => {
    const whole = join(path, file);
    await mkdir(dirname(whole), { recursive: true });
    return whole;
  };
  return {
    path,
    files,
    async write(file, content, table = null, rows = null) {
      const bytes = Buffer.from(content);
      await writeFile(await place(file), bytes);
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      files.push({ path: file, table, rows, bytes: bytes.length, sha256 });
    },
    async copy(from, file, table = null, rows = null) {
      await copyFile(from, await place(file));
      await this.note(file, table, rows);
    },
    async note(file, table = null, rows = null) {
      const hash = createHash("sha256");
      let bytes = 0;
      for await (const piece of createReadStream(join(path, file)) as AsyncIterable<Buffer>) {
        hash.update(piece);
        bytes += piece.length;
      }
      files.push({ path: file, table, rows, bytes, sha256: hash.digest("hex") });
    },
    add(file) {
      files.push(file);
    },
  };
}
