import type { Dialect } from "./dialect.ts";

const quote = 34;
const carriageReturn = 13;
const lineFeed = 10;

/** Records cut from the beginning of a text, and where that came to an end. */
export interface PlainRecords {
  rows: string[][];
  /** The line on which each record starts. */
  lines: number[];
  /** The line after the last of them, and the place in the text behind it. */
  nextLine: number;
  end: number;
  /** Whether a quotation mark stands where the rules of CSV know none: what follows is for a reader that forgives. */
  isOdd: boolean;
}

/**
 * Cuts records from the beginning of a text of CSV, as long as they are whole and keep to the rules: a cell is quoted from its
 * first character to its last, or not at all. Says the same of them as the forgiving reader, in half the time.
 *
 * @param firstLine the line on which the text starts
 */
export function plainRecords(text: string, { delimiter, newline }: Dialect, firstLine: number): PlainRecords {
  const [between, after] = [delimiter.charCodeAt(0), newline.charCodeAt(0)];
  const records: PlainRecords = { rows: [], lines: [], nextLine: firstLine, end: 0, isOdd: false };
  const { rows, lines } = records;
  const { length } = text;
  let at = 0;
  let width = 0;
  while (at < length) {
    const row: string[] = width === 0 ? [] : new Array<string>(width);
    let cells = 0;
    let line = records.nextLine;
    for (let ends = false; !ends; cells += 1) {
      let cell: string;
      if (text.charCodeAt(at) === quote) {
        let close = text.indexOf('"', at + 1);
        const first = close;
        while (close !== -1 && text.charCodeAt(close + 1) === quote) close = text.indexOf('"', close + 2);
        if (close === -1 || close + 1 === length) return records;
        cell = text.slice(at + 1, close);
        for (let broken = cell.indexOf(newline); broken !== -1; broken = cell.indexOf(newline, broken + 1)) line += 1;
        if (first !== close) cell = cell.replaceAll('""', '"');
        at = close + 1;
        let next = text.charCodeAt(at);
        if (next === carriageReturn && after === lineFeed) {
          if (at + 1 === length) return records;
          next = text.charCodeAt((at += 1));
          records.isOdd = next !== lineFeed;
        } else records.isOdd = next !== between && next !== after;
        if (records.isOdd) return records;
        ends = next === after;
      } else {
        let stop = at;
        let next = text.charCodeAt(stop);
        while (next !== between && next !== after) {
          if ((stop += 1) >= length) return records;
          next = text.charCodeAt(stop);
        }
        cell = text.slice(at, stop);
        at = stop;
        ends = next === after;
      }
      // What is left of a line break of two signs.
      if (ends && after === lineFeed && cell.charCodeAt(cell.length - 1) === carriageReturn) cell = cell.slice(0, -1);
      at += 1;
      row[cells] = cell;
    }
    row.length = width = cells;
    rows.push(row);
    lines.push(records.nextLine);
    records.nextLine = line + 1;
    records.end = at;
  }
  return records;
}
