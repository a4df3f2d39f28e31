import type { RowBatch } from "../table.ts";
import type { RecordPlaces } from "../recordPlaces.ts";
import type { OnRead } from "./byteSource.ts";
import type { MergedCells } from "./mergedCells.ts";

/** One way to cut a part into records. A CSV has one for every delimiter, anything else only one. */
export interface Reading {
  /** "," ";" "\t" "|" of a CSV; the name of the format for anything else. */
  delimiter: string;
  /** The first records, among which the header is looked for. */
  sample: RowBatch;
  rows(onRead?: OnRead): AsyncIterable<RowBatch>;
}

/** One table inside a file: the file itself, a sheet of a workbook, a file of an archive. */
export interface Part {
  /** "" for the only part of a file, else "#2": names of sheets and of packed files may be personal. */
  suffix: string;
  /** Name by which sources claim it, beside the name of the whole file: a packed file's own. */
  innerName: string | null;
  encoding: string;
  readings: Reading[];
  /** Stray zero bytes, and damaged UTF-8 sequences. */
  zeros: number;
  damaged: number;
  /** Left out where a row is told by its line, or in a sheet by its number. */
  records?: RecordPlaces;
  /** Cells that show what stands above them; left out where there are none. */
  merged?: MergedCells;
}

/** How many records are looked at for a header: some exports put a title or the name of an archive above it. */
export const headerAmong = 40;
