/** A cell that is not empty. */
export interface TableCell {
  readonly row: number;
  readonly column: number;
  readonly count: number;
}
