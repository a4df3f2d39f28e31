import type { ReviewColumn } from "../../model/reviewForm.ts";
import type { NumberKind, ToldCell } from "./reviewCells.ts";

/** A filled form in one language: what the page, the document and the workbook say alike. */
export interface ToldForm {
  name: string;
  title: string;
  basis: string | null;
  columns: ToldColumn[];
  sections: { title: string; note: string | null; rows: ToldRow[] }[];
  /** Which columns have no data, and why; null where all have some. A page leaves them out. */
  leftOut: string | null;
  /** Why the column of an earlier period has other numbers than that period's own review; null where there is none. Stands beside the table. */
  compared: string | null;
  /** What papers say besides the notes: what falls into lines, which a page says beside each, and why the columns are empty that a page leaves out. */
  onPaper: string[];
  /** How to read it, a sentence or two each. */
  notes: string[];
}

export interface ToldColumn {
  title: string;
  kind: NumberKind;
  column: ReviewColumn;
  /** No month of it is covered by the exports: on a page its cells would say nothing a dozen times. */
  isEmpty: boolean;
}

export interface ToldRow {
  title: string;
  /** What falls into it, where its title does not say so. */
  note: string | null;
  level: number;
  unit: string;
  /** Where it is explained; null where nothing is counted. */
  definition: string | null;
  /** The list of the appeals that are counted in the period itself; null where there is none. */
  appeals: string | null;
  cells: ToldCell[];
}
