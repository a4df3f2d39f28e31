import { createWriteStream, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { once } from "node:events";
import { finished } from "node:stream/promises";
import { createGzip, constants } from "node:zlib";
import iconv from "iconv-lite";
import type { Channel } from "../../demo/appeal.ts";
import { delimitedRow } from "../../demo/delimited.ts";
import { mapFiles } from "../../demo/boundaries.ts";
import { appealsOf, editionRows, editions, exportFormats } from "../../demo/editions.ts";
import type { ExportFormat } from "../../demo/export-format.ts";
import { usualCount } from "../../demo/plan.ts";
import { usualSeed } from "../../demo/seed.ts";
import { vocabularyFiles } from "../../demo/vocabulary.ts";
import { command } from "./command.ts";

/** Rows are gathered into blocks of about this many characters before they are encoded. */
const block = 1 << 18;

class ExportFile {
  private waiting: string[] = [];
  private length = 0;
  private readonly gzip = createGzip({ level: constants.Z_BEST_COMPRESSION });
  private readonly written: Promise<void>;
  private readonly format: ExportFormat;
  constructor(path: string, format: ExportFormat) {
    this.format = format;
    const file = createWriteStream(path);
    this.written = finished(this.gzip.pipe(file));
    this.add((format.byteOrderMark ? "\uFEFF" : "") + delimitedRow(format.header, format.delimiter));
  }
  add(row: string): void {
    this.waiting.push(row);
    this.length += row.length;
  }
  /** Hands full blocks over and waits until they are taken, so that memory stays flat. */
  async settle(last = false): Promise<void> {
    if (this.length < block && !last) return;
    const text = this.waiting.join("");
    this.waiting = [];
    this.length = 0;
    if (!this.gzip.write(iconv.encode(text, this.format.encoding))) await once(this.gzip, "drain");
  }
  async close(): Promise<void> {
    await this.settle(true);
    this.gzip.end();
    await this.written;
  }
}

/** Writes the demonstration region: exports and vocabulary; with a count a bigger export of the same shape, streamed. */
export const synthesize = command({
  name: "synthesize",
  options: {
    count: { kind: "number", value: "N", least: 1, isWhole: true },
    out: { kind: "text", value: "DIR", usual: "data/exports" },
    seed: { kind: "text", value: "TEXT", usual: usualSeed },
  },
  examples: ["--count 1000000 --out big/exports"],
  portalOf: () => null,
  run: async (values) => {
    const count = values.count ?? usualCount;
    for (const channel of ["social", "letter", "portal"] satisfies Channel[]) {
      const format = exportFormats[channel];
      const files = new Map<string, ExportFile>();
      for (const { date } of editions) {
        mkdirSync(join(values.out, date), { recursive: true });
        files.set(date, new ExportFile(join(values.out, date, `${format.file}.gz`), format));
      }
      let written = 0;
      for (const appeal of appealsOf(channel, { seed: values.seed, count })) {
        for (const { edition, row } of editionRows(appeal, format)) {
          const file = files.get(edition);
          file?.add(row);
          await file?.settle();
          written += 1;
        }
      }
      for (const file of files.values()) await file.close();
      console.log(`${channel}: ${written} rows`);
    }

    if (values.count === undefined) {
      for (const [name, content] of Object.entries(vocabularyFiles()))
        writeFileSync(join("data/vocabulary", name), content);
      for (const [name, content] of Object.entries(mapFiles())) writeFileSync(join("data", name), content);
    }
  },
});
