import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { once } from "node:events";
import { join } from "node:path";
import { namesOf, type Column } from "../codebook/column.ts";
import { tableInWords } from "../codebook/inWords.ts";
import type { DatedFile } from "../model/editions.ts";
import { byteOrderMark, excelCsv, machineCsv } from "../words/csv.ts";
import type { Cell } from "../words/figureCells.ts";
import type { Voice } from "../words/language.ts";

/**
 * A table in the making, as NAME.csv for machines and NAME-excel.csv for spreadsheets, its header first. Rows come in groups;
 * none is kept.
 *
 * @param voice in whose language people read it
 */
export function tableFiles(
  folder: string,
  name: string,
  columns: readonly Column[],
  voice: Voice,
): { write: (rows: readonly Cell[][]) => Promise<void>; close: () => Promise<DatedFile[]> } {
  const inWords = tableInWords(columns, voice);
  const formats = [
    { file: `${name}.csv`, head: machineCsv([namesOf(columns)]), text: machineCsv },
    {
      file: `${name}-excel.csv`,
      head: byteOrderMark + excelCsv([inWords.header]),
      text: (rows: readonly Cell[][]) => excelCsv(rows.map(inWords.row)),
    },
  ].map((format) => ({
    ...format,
    stream: createWriteStream(join(folder, format.file)),
    hash: createHash("sha256"),
    bytes: 0,
    begun: false,
  }));
  // A full disk is told by the next write, or by the end.
  const failed = Promise.race(
    formats.map(({ stream }) => once(stream, "error").then(([error]) => Promise.reject(error as Error))),
  );
  failed.catch(() => undefined);
  const write = async (rows: readonly Cell[][]): Promise<void> => {
    for (const format of formats) {
      const content = Buffer.from((format.begun ? "" : format.head) + format.text(rows));
      format.begun = true;
      format.bytes += content.length;
      format.hash.update(content);
      if (!format.stream.write(content)) await Promise.race([once(format.stream, "drain"), failed]);
    }
  };
  return {
    write,
    async close() {
      if (formats.some(({ begun }) => !begun)) await write([]);
      await Promise.race([Promise.all(formats.map(({ stream }) => once(stream.end(), "close"))), failed]);
      return formats.map(({ file, bytes, hash }) => ({ name: file, bytes, sha256: hash.digest("hex") }));
    },
  };
}
