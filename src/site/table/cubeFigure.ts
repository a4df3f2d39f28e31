import type { Count, Mean, MeanWait, Share, Wait } from "../../model/figures.ts";
import type { CubeCell } from "../../model/tableCube.ts";

/** A figure as the facts have it, made again of its cell: pages and tables then write it by one rule. "not-computed" is of tables alone. */
export type CubeFigure =
  Count | Share | Wait | Mean | MeanWait | { readonly state: "missing"; readonly reason: "not-computed" };

/** @returns as many digits as the facts have: the share is their own part divided by their own whole */
export function figureOfCell(cell: CubeCell): CubeFigure {
  if (cell === "too-few") return { state: "hidden", reason: cell };
  if (typeof cell === "string") return { state: "missing", reason: cell };
  if (typeof cell === "number") return { state: "exact", value: cell };
  if ("mean" in cell) return { state: "exact", value: cell.mean, n: cell.n };
  if ("beyond" in cell) return { state: "not-reached", ...cell };
  if (cell.length === 3) {
    const [days, low, high] = cell;
    return { state: "exact", days, low, high };
  }
  const [part, whole, low, high] = cell;
  return { state: "exact", value: part / whole, part, whole, low, high };
}
