import type { ReviewColumn } from "../../model/reviewForm.ts";
import type { CellReason, ReviewCell } from "../../model/reviews.ts";
import type { Voice } from "../language.ts";
import { reviewTexts } from "./reviewTexts.ts";

/** How the numbers of a column are written: appeals, more or fewer of them, per cent. */
export type NumberKind = "count" | "change" | "percent";

export interface ToldCell {
  /** As it is read on pages and on paper. */
  text: string;
  /** The number itself; null where there is none. */
  value: number | null;
  reason: CellReason | null;
}

export const kindOfColumn = (column: ReviewColumn): NumberKind =>
  column === "change" || column === "sinceChange" ? "change" : column === "percent" ? "percent" : "count";

/** Cells in words of one language: a number, or why there is none. Never a 0 for what nobody knows. */
export function toldCells(voice: Voice): (cell: ReviewCell, kind: NumberKind) => ToldCell {
  const say = reviewTexts(voice);
  return (cell, kind) => {
    if ("reason" in cell) return { text: say(`review.cell.${cell.reason}`), value: null, reason: cell.reason };
    return { text: written(voice, cell.value, kind), value: cell.value, reason: null };
  };
}

function written(voice: Voice, value: number, kind: NumberKind): string {
  // A tenth of nothing is not written, here as in every share.
  if (kind === "percent") {
    const number = Number.isInteger(value) ? voice.integer(value) : voice.decimal(value);
    return voice.language === "ru" ? `${number}\u00a0%` : `${number}%`;
  }
  if (kind === "count" || value === 0) return voice.integer(value);
  // The true minus is as wide as the plus.
  return `${value > 0 ? "+" : "\u2212"}${voice.integer(Math.abs(value))}`;
}
