import { type Count, type Mean, type MeanWait, type missingReasons, type Share, type Wait } from "../model/figures.ts";
import { type UsualRange } from "../model/subject.ts";

/**
 * How a figure stands in a table for download. A figure that is hidden or missing has no number: its cells are empty, and a
 * column of its own says why (reasonOf), so that none is taken for 0. A wait that is not reached says "more than N".
 */
export type Cell = string | number | null;

export const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;

/** Why a figure has no number of its own: the codes of the facts, and not-reached for a wait longer than any observed. */
export type Reason = "too-few" | (typeof missingReasons)[number] | "not-reached";

/** @returns null where the figure is exact */
export function reasonOf(figure: Count | Share | Wait | Mean | MeanWait): Reason | null {
  if (figure.state === "exact") return null;
  return figure.state === "not-reached" ? "not-reached" : figure.reason;
}

export function countCell(count: Count): Cell {
  return count.state === "exact" ? count.value : null;
}

/** value, low, high, whole */
export function shareCells(share: Share): Cell[] {
  if (share.state !== "exact") return noCells(4);
  return [rounded(share.value), rounded(share.low), rounded(share.high), share.whole];
}

/** days, low, high; a limit that is not reached is empty. */
export function waitCells(wait: Wait): Cell[] {
  if (wait.state === "not-reached")
    return [`>${rounded(wait.beyond)}`, wait.low === null ? null : rounded(wait.low), null];
  if (wait.state !== "exact") return noCells(3);
  return [
    rounded(wait.days),
    wait.low === null ? null : rounded(wait.low),
    wait.high === null ? null : rounded(wait.high),
  ];
}

export function meanCell(mean: Mean): Cell {
  return mean.state === "exact" ? rounded(mean.value) : null;
}

/** days, low, high */
export function meanWaitCells(mean: MeanWait): Cell[] {
  return mean.state === "exact" ? [mean.days, mean.low, mean.high] : noCells(3);
}

/** low, high, and on which side of them the month lies; empty where it lies inside, "shifted" where the level itself has moved. */
export function usualCells(usual: UsualRange | null | undefined): Cell[] {
  return usual ? [usual.low, usual.high, usual.shifted ? "shifted" : (usual.outside ?? null)] : noCells(3);
}

export const noCells = (count: number): Cell[] => Array<Cell>(count).fill(null);

/** The states that count for times; an event at an unknown date counts for none. */
export function timed<State extends string>(state: State | undefined): State | null {
  return state === undefined || state === "undated" ? null : state;
}
