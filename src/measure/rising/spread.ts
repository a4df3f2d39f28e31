import { kindOf, type WeekCell } from "./weekCell.ts";

/** Weeks that are compared lie so far apart: near ones wander together, and a forecast looks over some weeks. */
const lags = [2, 4, 8];
/** Evidence of a single cell weighs as much as that of its kind from such a sum of products of two weeks on. */
const ownEvidence = 400;

/**
 * How much more counts vary than chance alone would make them (Poisson): the squared coefficient of variation of what is behind
 * them, so that the variance of a count of mean m is m + c·m². Estimated from pairs of weeks some weeks apart, so that the
 * slow course of a season is no spread: the mean of (x − y)²/2 − (x + y)/2 over that of x·y is c, whatever m is in each pair.
 * A cell with few appeals says little of itself: its estimate is drawn to that of all cells of its kind, as empirical Bayes
 * does (the moment estimator of Breslow 1984, Applied Statistics 33:38, in differences).
 *
 * @param until first week that is left out
 * @returns c of a cell
 */
export function spreads(cells: readonly WeekCell[], until: number): (cell: WeekCell) => number {
  const evidence = new Map<WeekCell, { excess: number; product: number }>();
  const pooled = new Map<string, { excess: number; product: number }>();
  for (const cell of cells) {
    const own = pairsOf(cell.counts, until);
    evidence.set(cell, own);
    const kind = pooled.get(kindOf(cell)) ?? { excess: 0, product: 0 };
    pooled.set(kindOf(cell), { excess: kind.excess + own.excess, product: kind.product + own.product });
  }
  const ratio = ({ excess, product }: { excess: number; product: number }): number =>
    product > 0 ? Math.max(0, excess / product) : 0;
  return (cell) => {
    const own = evidence.get(cell)!;
    const weight = own.product / (own.product + ownEvidence);
    return weight * ratio(own) + (1 - weight) * ratio(pooled.get(kindOf(cell))!);
  };
}

function pairsOf(counts: Uint32Array, until: number): { excess: number; product: number } {
  let [excess, product] = [0, 0];
  for (const lag of lags) {
    for (let week = lag; week < until; week++) {
      const [x, y] = [counts[week]!, counts[week - lag]!];
      excess += (x - y) ** 2 / 2 - (x + y) / 2;
      product += x * y;
    }
  }
  return { excess, product };
}
