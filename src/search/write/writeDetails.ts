import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { blockSize } from "../format/companion.ts";
import { decodeRows, encodeRows, rowFields, type DetailRows, type RowField } from "../format/details.ts";
import type { ShardDetails } from "./shardDetails.ts";
import { nameOfContents } from "./shardRecords.ts";
import { writeOnce } from "./writeOnce.ts";

/**
 * Writes the marks and rows of all appeals in blocks whose borders do not depend on those of the shards.
 *
 * @param shards oldest first
 * @returns the folders of the blocks, oldest first
 */
export function writeDetails(shards: readonly ShardDetails[], outDir: string): string[] {
  const total = shards.reduce((sum, { marks }) => sum + marks.length, 0);
  const allMarks = new Uint8Array(total);
  const folders: string[] = [];
  let waiting = noRows();
  let taken = 0;
  for (const { marks, rows } of shards) {
    allMarks.set(marks, taken);
    taken += marks.length;
    const next = decodeRows(rows, marks.length);
    waiting = rowsOf((field) => [...waiting[field], ...next[field]]);
    while (waiting.id.length >= blockSize || (taken === total && waiting.id.length > 0)) {
      const from = folders.length * blockSize;
      folders.push(
        writeBlock(
          allMarks.subarray(from, from + blockSize),
          encodeRows(rowsOf((field) => waiting[field].slice(0, blockSize))),
          outDir,
        ),
      );
      waiting = rowsOf((field) => waiting[field].slice(blockSize));
    }
  }
  return folders;
}

function rowsOf(values: (field: RowField) => readonly string[]): DetailRows {
  return Object.fromEntries(rowFields.map((field) => [field, values(field)])) as unknown as DetailRows;
}

const noRows = (): DetailRows => rowsOf(() => []);

function writeBlock(marks: Uint8Array, rows: string, outDir: string): string {
  const folder = `details-${nameOfContents(marks, rows)}`;
  writeOnce(join(outDir, folder, "marks.columns"), gzipSync(marks, { level: 9 }));
  writeOnce(join(outDir, folder, "rows.columns"), gzipSync(rows, { level: 9 }));
  return folder;
}
