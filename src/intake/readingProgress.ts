import { join } from "node:path";
import { sizeOf } from "./format/dataSet.ts";

/** bytes and totalBytes count the files as they lie on the disk, all of them together; rows those of this file. */
export interface ReadingProgress {
  file: string;
  bytes: number;
  totalBytes: number;
  rows: number;
}

/** Makes what counts the bytes that were read of some files. @param tell left out: nobody wants to know */
export async function readingProgress(
  exportsDir: string,
  files: readonly string[],
  tell: ((done: ReadingProgress) => void) | undefined,
): Promise<(file: string, bytes: number, rows: number) => void> {
  if (!tell) return () => undefined;
  const sizes = await Promise.all(files.map((file) => sizeOf(join(exportsDir, file))));
  const totalBytes = sizes.reduce((sum, size) => sum + size, 0);
  let bytes = 0;
  return (file, more, rows) => {
    bytes += more;
    tell({ file, bytes, totalBytes, rows });
  };
}
