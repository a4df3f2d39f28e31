import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { once } from "node:events";
import { join } from "node:path";
import { type DatedFile } from "../model/editions.ts";
import { byteOrderMark, excelCsv, machineCsv } from "../words/csv.ts";
import { type Cell } from "../words/figureCells.ts";

/** A table in the making, as NAME.csv for machines and NAME-excel.csv for spreadsheets. Rows come in groups; none is kept. */
export function tableFiles(
  folder: string,
  name: string,
): { write: (rows: readonly Cell[][]) => Promise<void>; close: () => Promise<DatedFile[]> } {
  const formats = [
    { file: `${name}.csv`, head: "", text: machineCsv },
    { file: `${name}-excel.csv`, head: byteOrderMark, text: excelCsv },
  ].map((format) => ({
    ...format,
    stream: createWriteStream(join(folder, format.file)),
    hash: createHash("sha256"),
    bytes: 0,
    begun: false,
  }));
  return {
    async write(rows) {
      for (const format of formats) {
        const content = Buffer.from((format.begun ? "" : format.head) + format.text(rows));
        format.begun = true;
        format.bytes += content.length;
        format.hash.update(content);
        if (!format.stream.write(content)) await once(format.stream, "drain");
      }
    },
    async close() {
      await Promise.all(formats.map(({ stream }) => once(stream.end(), "close")));
      return formats.map(({ file, bytes, hash }) => ({ name: file, bytes, sha256: hash.digest("hex") }));
    },
  };
}
