// "import type": the browser uses these cells too, and must not load the schemas.
import type { Count, Mean, MeanWait, missingReasons, Share, Wait } from "../model/figures.ts";
import type { UsualRange } from "../model/subject.ts";

/**
 * How a figure stands in a table for download. A figure that is hidden or missing has no number: its cells are empty, and a
 * column of its own says why (reasonOf), so that none is taken for 0. Of a wait that is not reached a further column says how
 * long it is at least (beyondCell): a column of numbers holds numbers alone.
 */
export type Cell = string | number | null;

export const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;

type AnyFigure = Count | Share | Wait | Mean | MeanWait;

/** Why a figure has no number of its own: the codes of the facts, and not-reached for a wait longer than any observed. */
export type Reason = "too-few" | (typeof missingReasons)[number] | "not-reached";

/** @returns null where the figure is exact */
export function reasonOf(figure: AnyFigure): Reason | null {
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
  if (wait.state === "not-reached") return [null, wait.low === null ? null : rounded(wait.low), null];
  if (wait.state !== "exact") return noCells(3);
  return [
    rounded(wait.days),
    wait.low === null ? null : rounded(wait.low),
    wait.high === null ? null : rounded(wait.high),
  ];
}

function meanCell(mean: Mean): Cell {
  return mean.state === "exact" ? rounded(mean.value) : null;
}

/** days, low, high */
function meanWaitCells(mean: MeanWait): Cell[] {
  return mean.state === "exact" ? [mean.days, mean.low, mean.high] : noCells(3);
}

/** For how many days those wait at least for whom a quantile is not reached; empty for every other figure. */
export function beyondCell(figure: AnyFigure): Cell {
  return figure.state === "not-reached" ? rounded(figure.beyond) : null;
}

/** The cells of a figure by its kind, as many as its columns. */
export function figureCells(kind: "count" | "share" | "wait" | "mean" | "mean-wait", figure: AnyFigure): Cell[] {
  if (kind === "count") return [countCell(figure as Count)];
  if (kind === "share") return shareCells(figure as Share);
  if (kind === "wait") return waitCells(figure as Wait);
  return kind === "mean" ? [meanCell(figure as Mean)] : meanWaitCells(figure as MeanWait);
}

/** low, high, and on which side of them the month lies; empty where it lies inside, "shifted" where the level itself has moved, "season" where that may be the season. */
export function usualCells(usual: UsualRange | null | undefined): Cell[] {
  return usual
    ? [usual.low, usual.high, usual.shifted ? "shifted" : usual.seasonal ? "season" : (usual.outside ?? null)]
    : noCells(3);
}

export const noCells = (count: number): Cell[] => Array<Cell>(count).fill(null);

/** The states that count for times; an event at an unknown date counts for none. */
export function timed<State extends string>(state: State | undefined): State | null {
  return state === undefined || state === "undated" ? null : state;
}
