import type { Source } from "../model/source.ts";
import { FileFault } from "./fileFault.ts";
import type { OnRead } from "./format/byteSource.ts";
import type { Part, Reading } from "./format/part.ts";
import { fieldsFound, matchHeader } from "./headerMatch.ts";
import { headerRows, lastHeaderRow } from "./headerRows.ts";
import { presetFit, presetFor, presets } from "./presets.ts";
import type { Table } from "./table.ts";

export interface RecognisedTable {
  source: Source;
  /** True where no description of the portal's own claims the file. */
  preset: boolean;
  table: Table;
}

interface Candidate {
  reading: Reading;
  record: number;
  score: number;
}

const mostColumns = 2000;

/** The record, under whatever delimiter, that is most of a header; the first of equals, or the last row of that header. */
function bestHeader(part: Part, score: (header: readonly string[]) => number): Candidate | null {
  let best: Candidate | null = null;
  for (const reading of part.readings) {
    for (const [record, cells] of reading.sample.rows.entries()) {
      if (filledWidth(cells) > mostColumns) continue;
      const header = headerRows(part, reading, record).names;
      const found = score(header);
      if (
        found > (best?.score ?? 0) ||
        (best !== null && found === best.score && isOneHeader(part, best, { reading, record }))
      )
        best = { reading, record, score: found };
    }
  }
  return best;
}

/** Whether a record is a further row of a header, by its merged cells: it names the columns that the first only groups. */
function isOneHeader(
  part: Part,
  first: Pick<Candidate, "reading" | "record">,
  { reading, record }: Pick<Candidate, "reading" | "record">,
): boolean {
  return first.reading === reading && record <= lastHeaderRow(part, reading, first.record);
}

/** How wide a record is without the empty cells at its end. */
function filledWidth(cells: readonly string[]): number {
  let width = cells.length;
  while (width > 1 && (cells[width - 1] ?? "").trim() === "") width -= 1;
  return width;
}

/** A header that ends with a delimiter names no column behind it, unless most rows have something there: then the name is missing. */
export function namedColumns(header: readonly string[], below: readonly (readonly string[])[]): string[] {
  let width = header.length;
  const isUsed = (column: number): boolean =>
    below.filter((cells) => (cells[column] ?? "").trim() !== "").length > below.length / 2;
  while (width > 1 && (header[width - 1] ?? "").trim() === "" && !isUsed(width - 1)) width -= 1;
  return header.slice(0, width);
}

function tableOf(part: Part, { reading, record }: Candidate, onRead: OnRead | undefined): Table {
  const { names, last: lastRow } = headerRows(part, reading, record);
  return {
    encoding: part.encoding,
    delimiter: reading.delimiter,
    header: namedColumns(names, reading.sample.rows.slice(lastRow + 1)),
    headerLine: reading.sample.lines[lastRow] ?? 0,
    rows: (last) => reading.rows(last ? onRead : undefined),
  };
}

/** A file without a header row: the reading under which its first records have as many cells as the source names columns. */
function headerless(part: Part, headers: readonly string[], onRead: OnRead | undefined): Table | null {
  const fits = (reading: Reading) => reading.sample.rows.filter((row) => row.length === headers.length).length;
  const [reading] = [...part.readings].sort((left, right) => fits(right) - fits(left));
  if (!reading || fits(reading) === 0) return null;
  return {
    encoding: part.encoding,
    delimiter: reading.delimiter,
    header: [...headers],
    headerLine: 0,
    rows: (last) => reading.rows(last ? onRead : undefined),
  };
}

/**
 * The one of several descriptions that a table is meant by: sheets of one workbook have descriptions of their own under
 * the same name of a file. All columns that a description needs are there, and no other of them feeds as many fields.
 */
export function claimantFor(part: Part, claimants: readonly Source[]): Source | null {
  const fitting = claimants.flatMap((source) => {
    if (source.headers) return [];
    const best = bestHeader(part, (header) => {
      const { columns, missing } = matchHeader(header, source);
      return missing.every((field) => source.optional?.includes(field)) ? Object.keys(columns).length : 0;
    });
    return best ? [{ source, score: best.score }] : [];
  });
  const most = Math.max(...fitting.map(({ score }) => score));
  const [only, ...others] = fitting.filter(({ score }) => score === most);
  return only && others.length === 0 ? only.source : null;
}

/**
 * Finds out which source a table belongs to, and where its header is. The header confirms the delimiter: no statistics
 * over the semicolons in people's texts.
 *
 * @param claimants the sources whose file patterns fit; none: the presets are tried
 * @param onRead told of the bytes read while the rows are read for the last time
 * @returns null where there is no header of any known source
 */
export function recogniseTable(part: Part, claimants: readonly Source[], onRead?: OnRead): RecognisedTable | null {
  if (claimants.length > 0) {
    const source = claimants.length === 1 ? claimants[0] : claimantFor(part, claimants);
    if (!source) throw new FileFault("FILE_CLAIMED_TWICE");
    if (source.headers) {
      const table = headerless(part, source.headers, onRead);
      return table && { source, preset: false, table };
    }
    const best = bestHeader(part, (header) => fieldsFound(header, source));
    return best && { source, preset: false, table: tableOf(part, best, onRead) };
  }
  let found: RecognisedTable | null = null;
  let bestScore = 0;
  for (const preset of presets()) {
    const best = bestHeader(part, (header) => presetFit(header, preset));
    if (!best || best.score <= bestScore) continue;
    const table = tableOf(part, best, onRead);
    bestScore = best.score;
    found = { source: presetFor(table.header, preset), preset: true, table };
  }
  return found;
}

/** True where no record of a part could be a header because all are too wide. */
export function isTooWide(part: Part): boolean {
  return part.readings.some(
    ({ sample }) => sample.rows.length > 0 && sample.rows.every((row) => filledWidth(row) > mostColumns),
  );
}
