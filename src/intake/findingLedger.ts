import type { Finding, FindingCode } from "../model/finding.ts";
import type { FileFault } from "./fileFault.ts";
import type { RecordPlaces } from "./recordPlaces.ts";

const placesKept = 5;

interface Found {
  code: FindingCode;
  column: string | undefined;
  count: number;
  lines: number[];
  records: number[];
}

/**
 * Collects what is found in one file. Rows that share a code and a column become one finding with their number and
 * their first places, so that a million faulty rows cost no more memory than five.
 */
export class FindingLedger {
  readonly #file: string;
  readonly #found = new Map<string, Found>();
  #records: RecordPlaces | null = null;

  constructor(file: string) {
    this.#file = file;
  }

  /** From now on places are told by records too, or by records alone; null: the file is one of lines. */
  countRecords(records: RecordPlaces | null): void {
    this.#records = records;
  }

  /**
   * @param line number of the row: the 1-based line of the record, or the record's number where it has no line of its own;
   *   left out where the file as a whole is meant
   * @param column field of the mapping, or 1-based number of the column
   * @param count how many rows are meant
   */
  add(code: FindingCode, line?: number, column?: string, count = 1): void {
    const entry = this.#entry(code, column, count);
    if (line === undefined) return;
    if ((this.#records?.hasLines ?? true) && entry.lines.length < placesKept) entry.lines.push(line);
    if (this.#records !== null && line > 0 && entry.records.length < placesKept)
      entry.records.push(this.#records.recordOf(line));
  }

  /** What makes the whole file unusable. */
  addFault({ code, line, column, record }: FileFault): void {
    if (record === undefined) return this.add(code, line, column);
    const entry = this.#entry(code, column, 1);
    if (line !== undefined) entry.lines.push(line);
    entry.records.push(record);
  }

  #entry(code: FindingCode, column: string | undefined, count: number): Found {
    const key = column === undefined ? code : `${code} ${column}`;
    let entry = this.#found.get(key);
    if (entry === undefined) this.#found.set(key, (entry = { code, column, count: 0, lines: [], records: [] }));
    entry.count += count;
    return entry;
  }

  /** Everything found, in the order of code and column. */
  findings(): Finding[] {
    return [...this.#found.entries()]
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([, { code, column, count, lines, records }]) => ({
        code,
        file: this.#file,
        ...(lines[0] === undefined ? {} : { line: lines[0] }),
        ...(records[0] === undefined ? {} : { record: records[0] }),
        ...(column === undefined ? {} : { column }),
        ...(count === 1 ? {} : { count }),
        ...(lines.length > 1 ? { lines } : {}),
        ...(records.length > 1 ? { records } : {}),
      }));
  }
}
