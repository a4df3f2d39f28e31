/**
 * Where the records of a file stand that is made of records, not of lines: JSON. Its rows are numbered by their lines where
 * each record begins on one of its own, else by themselves.
 */
export class RecordPlaces {
  readonly #starts: readonly number[];
  /** Whether each record begins on a line of its own. */
  readonly hasLines: boolean;

  /** @param starts the line on which each record begins */
  constructor(starts: readonly number[]) {
    this.#starts = starts;
    this.hasLines = starts.every((line, index) => index === 0 || line > starts[index - 1]!);
  }

  /** The number of a row: its line, or where lines hold several records, that of the record. @param record 1-based */
  numberOf(record: number): number {
    return this.hasLines ? (this.#starts[record - 1] ?? 0) : record;
  }

  /** The record (1-based) that a row with this number is. */
  recordOf(number: number): number {
    if (!this.hasLines) return number;
    let [low, high] = [0, this.#starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.#starts[middle]! <= number) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  }
}
