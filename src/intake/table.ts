/**
 * Records of a table in order, some thousand at a time. lines[i] is the 1-based line where rows[i] starts; the number of the
 * row in a sheet, and that of the record in JSON whose records share lines.
 */
export interface RowBatch {
  lines: number[];
  rows: string[][];
  /** Lines of records whose quotes are broken; their cells may be cut in the wrong place. */
  brokenQuotes: number[];
  /** True where nothing in the text of these records calls for a closer look at single cells (ordinaryText.ts). */
  ordinary?: boolean;
  /** Numbers of the rows that a sheet hides; left out where it hides none. */
  hidden?: number[];
  /** Numbers of the rows in which a formula has no value saved with it; left out where there are none. */
  unsaved?: number[];
  /** By the number of a row, the columns (from 0) that are empty in it and were given the value that they are merged with. */
  filled?: Map<number, readonly number[]>;
}

/** A file as rows of texts, however it was stored. */
export interface Table {
  encoding: string;
  /** "," ";" "\t" "|" of a CSV; the name of the format for anything else. */
  delimiter: string;
  /** Names of the columns. */
  header: string[];
  /** Records up to and including this line are no data; 0 where there is no header in the file. */
  headerLine: number;
  /** Can be read several times; last: this time the bytes read count as progress. */
  rows(last?: boolean): AsyncIterable<RowBatch>;
}
