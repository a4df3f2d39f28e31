import Papa from "papaparse";
import type { Dialect } from "./dialect.ts";
import { FileFault } from "./fileFault.ts";
import { isOrdinary } from "./ordinaryText.ts";
import { plainRecords } from "./plainRecords.ts";
import type { RowBatch } from "./table.ts";

/** The parser under Papa.parse: text in, records out, and how far it came. It is public, but its types are not. */
interface PapaParser {
  parse(
    input: string,
    baseIndex: number,
    ignoreLastRow: boolean,
  ): { data: string[][]; errors: { code: string; row: number }[]; meta: { cursor: number } };
}
const { Parser } = Papa as unknown as { Parser: new (config: Dialect) => PapaParser };

/** One record longer than this is a quotation mark that nobody closed. In UTF-16 units. */
const longestRecord = 1 << 26;

function countOf(letter: string, text: string): number {
  let count = 0;
  for (let at = text.indexOf(letter); at !== -1; at = text.indexOf(letter, at + 1)) count += 1;
  return count;
}

/**
 * Cuts the text of a CSV file into records, with the line each one starts on: quoted line breaks count.
 *
 * @throws FileFault QUOTE_UNCLOSED where a quotation mark is open at the end of the file
 */
export async function* csvRows(texts: AsyncIterable<string>, dialect: Dialect): AsyncGenerator<RowBatch> {
  const { newline } = dialect;
  let line = 1;
  let pending = "";
  let parseAt = 0;

  /** Records with quotation marks where no rule has them. */
  const forgive = (text: string, last: boolean): RowBatch & { end: number } => {
    const { data, errors, meta } = new Parser(dialect).parse(text, 0, !last);
    const lines = new Array<number>(data.length);
    for (const [index, row] of data.entries()) {
      lines[index] = line;
      line += 1;
      const end = row.length - 1;
      const cell = row[end] ?? "";
      if (newline === "\n" && cell.endsWith("\r")) row[end] = cell.slice(0, -1);
      for (const text of row) line += countOf(newline, text);
    }
    const brokenQuotes = new Set<number>();
    for (const error of errors) {
      const place = lines[error.row];
      // Reported again and again until the record is complete; only complete ones are told.
      if (place === undefined) continue;
      if (error.code === "MissingQuotes") throw new FileFault("QUOTE_UNCLOSED", place);
      brokenQuotes.add(place);
    }
    return { lines, rows: data, brokenQuotes: [...brokenQuotes], end: meta.cursor };
  };

  const cut = (last: boolean): RowBatch => {
    const ordinary = isOrdinary(pending);
    const plain = plainRecords(pending, dialect, line);
    const batch: RowBatch = { lines: plain.lines, rows: plain.rows, brokenQuotes: [], ordinary };
    line = plain.nextLine;
    pending = pending.slice(plain.end);
    if (last || plain.isOdd) {
      const { rows, lines, brokenQuotes, end } = forgive(pending, last);
      for (const [index, row] of rows.entries()) {
        batch.rows.push(row);
        batch.lines.push(lines[index]!);
      }
      batch.brokenQuotes = brokenQuotes;
      pending = last ? "" : pending.slice(end);
    }
    // Without any complete record it would be read from the start again with every chunk: wait for twice as much.
    parseAt = batch.rows.length === 0 ? pending.length * 2 : 0;
    return batch;
  };

  for await (const text of texts) {
    pending += text;
    if (pending.length > longestRecord) throw new FileFault("QUOTE_UNCLOSED", line);
    if (pending.length < parseAt) continue;
    const batch = cut(false);
    if (batch.rows.length > 0) yield batch;
  }
  if (pending !== "") yield cut(true);
}
