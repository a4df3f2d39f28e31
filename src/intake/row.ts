import type { FindingCode } from "../model/finding.ts";
import type { SourceField } from "../model/source.ts";
import { dateFields } from "./dateOrders.ts";
import { emptyDate } from "./emptyDate.ts";
import type { FindingLedger } from "./findingLedger.ts";
import type { ColumnMap } from "./headerMatch.ts";
import { isFailedFormula } from "./words.ts";

/** Events that need not have taken place: what a program writes for none is none. */
const eventFields = new Set<SourceField>(dateFields.filter((field) => field !== "received"));

/** With spaces around it; texts are longer than the error of a formula. */
const longestError = 40;

/** How the rows of one file are read. */
export interface RowLayout {
  columns: ColumnMap;
  /** Whether a text stands for nothing. */
  isMissing: (text: string) => boolean;
  ledger: FindingLedger;
}

/** One row of a file, read by the fields that its columns feed. */
export class Row {
  readonly #layout: RowLayout;
  readonly line: number;
  readonly cells: readonly string[];
  #mayFail: boolean | null = null;

  constructor(layout: RowLayout, line: number, cells: readonly string[]) {
    this.#layout = layout;
    this.line = line;
    this.cells = cells;
  }

  /** Whether the error of a formula may stand anywhere in the row: in nearly all there is none to look for. */
  get mayFail(): boolean {
    return (this.#mayFail ??= this.cells.some((text) => text.length < longestError && text.includes("#")));
  }

  /** What the cell of a field holds, without spaces around it; "" where the file has no such column. */
  written(field: SourceField): string {
    const index = this.#layout.columns[field];
    return index === undefined ? "" : (this.cells[index] ?? "").trim();
  }

  /** What the cell of a field says: "" where what is written there stands for nothing. */
  cell(field: SourceField): string {
    const text = this.written(field);
    if (text === "") return "";
    const isEmpty =
      this.#layout.isMissing(text) || isFailedFormula(text) || (eventFields.has(field) && emptyDate(text) !== null);
    return isEmpty ? "" : text;
  }

  /** A cell with the error of a formula is filled in, and what it said nobody knows. */
  isFailed(field: SourceField): boolean {
    if (!this.mayFail) return false;
    const index = this.#layout.columns[field];
    const text = index === undefined ? "" : (this.cells[index] ?? "");
    return text.length < longestError && text.includes("#") && isFailedFormula(text.trim());
  }

  /** Tells the ledger what this row showed. */
  tell(code: FindingCode, field?: SourceField): void {
    this.#layout.ledger.add(code, this.line, field);
  }
}
