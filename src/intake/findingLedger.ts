import { type Finding, type FindingCode } from "../model/finding.ts";

const placesKept = 5;

/**
 * Collects what is found in one file. Rows that share a code and a column become one finding with their number and
 * their first places, so that a million faulty rows cost no more memory than five.
 */
export class FindingLedger {
  readonly #file: string;
  readonly #found = new Map<string, { code: FindingCode; column: string | undefined; count: number; lines: number[] }>();

  constructor(file: string) {
    this.#file = file;
  }

  /**
   * @param line 1-based line of the record; left out where the file as a whole is meant
   * @param column field of the mapping, or 1-based number of the column
   * @param count how many rows are meant
   */
  add(code: FindingCode, line?: number, column?: string, count = 1): void {
    const key = column === undefined ? code : `${code} ${column}`;
    let entry = this.#found.get(key);
    if (entry === undefined) {
      entry = { code, column, count: 0, lines: [] };
      this.#found.set(key, entry);
    }
    entry.count += count;
    if (line !== undefined && entry.lines.length < placesKept) entry.lines.push(line);
  }

  /** Everything found, in the order of code and column. */
  findings(): Finding[] {
    return [...this.#found.entries()]
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([, { code, column, count, lines }]) => ({
        code,
        file: this.#file,
        ...(lines[0] === undefined ? {} : { line: lines[0] }),
        ...(column === undefined ? {} : { column }),
        ...(count === 1 ? {} : { count }),
        ...(lines.length > 1 ? { lines } : {}),
      }));
  }
}
