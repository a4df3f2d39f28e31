import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

/** What engines leave beside the files of a data set: _SUCCESS, _metadata, checksums, and what is still being written. */
const isAside = (name: string): boolean => name.startsWith("_") || name.startsWith(".");

/**
 * The files of a Parquet data set as Spark, Trino and ClickHouse write it: a folder, divided by values (year=2026/month=10) or
 * not, with nothing but Parquet in it.
 *
 * @returns paths below the folder in the order in which they are read; null where the folder is none
 */
export async function dataSetFiles(folder: string): Promise<string[] | null> {
  const files: string[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (isAside(entry.name)) continue;
    if (entry.isDirectory()) {
      const inside = entry.name.includes("=") ? await dataSetFiles(join(folder, entry.name)) : null;
      if (inside === null) return null;
      files.push(...inside.map((file) => `${entry.name}/${file}`));
    } else if (/\.(?:parquet|parq)$/iu.test(entry.name)) files.push(entry.name);
    else return null;
  }
  return files.length === 0 ? null : files.sort();
}

/** Bytes of a file, or of all files of a data set. */
export async function sizeOf(path: string): Promise<number> {
  const found = await stat(path);
  if (!found.isDirectory()) return found.size;
  const sizes = await Promise.all(((await dataSetFiles(path)) ?? []).map((file) => stat(join(path, file))));
  return sizes.reduce((sum, { size }) => sum + size, 0);
}
