/** Rows of a file that are not read with it because their week was not over, and rows of other files that are read in their place. */
export interface RowsThatWait {
  edition: string;
  file: string;
  waiting: number;
  arrived: number;
  /** How many of those that wait are closed, less those that arrived so. */
  closed: number;
}
