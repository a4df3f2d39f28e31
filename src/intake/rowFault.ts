import type { FindingCode } from "../model/finding.ts";
import { longestCell } from "./rowCare.ts";

/**
 * What makes a row useless whatever its columns mean; null: nothing.
 *
 * @param width number of columns of its table
 */
export function rowFault(cells: readonly string[], width: number): FindingCode | null {
  if (cells.length < width) return "ROW_SHORT";
  if (cells.length > width && cells.slice(width).some((extra) => extra.trim() !== "")) return "ROW_LONG";
  return cells.some((text) => text.length > longestCell) ? "CELL_TOO_LONG" : null;
}
