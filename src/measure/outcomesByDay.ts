import type { OutcomesByDay } from "../model/facts.ts";
import { outcomes } from "../model/outcome.ts";
import { type Absent, rounded, tooFew } from "./figure.ts";
import { outcomesAtMoments } from "./outcomeRun.ts";
import { curveMinimum } from "./times.ts";

/** Days since receipt at which it is said what appeals have come to. */
export const outcomeDays = [7, 15, 30, 60] as const;

/** One slice's closings in rising order of wait. */
export interface OutcomeWaits {
  readonly keys: Uint32Array;
  /** Outcome (index in the model) of each. */
  readonly outcome: Uint8Array;
  readonly to: number;
  readonly times: Float64Array;
  /** followed[k]: how many appeals were followed for exactly the first k of the days. */
  readonly followed: readonly number[];
}

/**
 * Shares of all outcomes at 7, 15, 30 and 60 days, open appeals counted. A closed appeal whose outcome still says "open"
 * counts as unknown: it did end.
 */
export function outcomesByDay(waits: OutcomeWaits): OutcomesByDay | Absent {
  const mature = outcomeDays.map((_, k) => waits.followed.slice(k + 1).reduce((sum, count) => sum + count, 0));
  const days = outcomeDays.filter((_, k) => mature[k]! >= curveMinimum);
  if (days.length === 0) return tooFew;
  return outcomesAtMoments(waits.keys, waits.outcome, waits.to, waits.times, outcomes.length, days).map((at, k) => ({
    days: days[k]!,
    open: rounded(at.open, 1e4),
    outcomes: outcomes
      .map((outcome, i) => ({
        outcome,
        share: rounded(at.share[i]!, 1e4),
        low: rounded(at.low[i]!, 1e4),
        high: rounded(at.high[i]!, 1e4),
      }))
      .filter(({ share }) => share > 0),
  }));
}
