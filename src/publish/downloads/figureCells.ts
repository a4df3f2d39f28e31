import { type Count, type Mean, type MeanWait, type Share, type Wait } from "../../model/figures.ts";
import { type UsualRange } from "../../model/subject.ts";

/**
 * How a figure stands in a table for download. A figure that is not exact has no number: the cell says "hidden" or
 * "missing", and a wait that is not reached says "more than N".
 */
export type Cell = string | number | null;

export const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;

export function countCell(count: Count): Cell {
  return count.state === "exact" ? count.value : count.state;
}

/** value, low, high, whole */
export function shareCells(share: Share): Cell[] {
  if (share.state !== "exact") return [share.state, null, null, null];
  return [rounded(share.value), rounded(share.low), rounded(share.high), share.whole];
}

/** days, low, high; a limit that is not reached is empty. */
export function waitCells(wait: Wait): Cell[] {
  if (wait.state === "not-reached") return [`>${rounded(wait.beyond)}`, wait.low === null ? null : rounded(wait.low), null];
  if (wait.state !== "exact") return [wait.state, null, null];
  return [rounded(wait.days), wait.low === null ? null : rounded(wait.low), wait.high === null ? null : rounded(wait.high)];
}

export function meanCell(mean: Mean): Cell {
  return mean.state === "exact" ? rounded(mean.value) : mean.state;
}

/** days, low, high */
export function meanWaitCells(mean: MeanWait): Cell[] {
  return mean.state === "exact" ? [mean.days, mean.low, mean.high] : [mean.state, null, null];
}

/** low, high, and on which side of them the month lies; empty where it lies inside, "shifted" where the level itself has moved. */
export function usualCells(usual: UsualRange | null | undefined): Cell[] {
  return usual ? [usual.low, usual.high, usual.shifted ? "shifted" : (usual.outside ?? null)] : noCells(3);
}

export const noCells = (count: number): Cell[] => Array<Cell>(count).fill(null);
