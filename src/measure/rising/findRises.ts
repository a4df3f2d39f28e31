import { countRange, countTail } from "../statistics/negativeBinomial.ts";
import { withinErrorRate } from "./editionError.ts";
import { type Expected, expectedOf } from "./expected.ts";
import { gap, pastWeeks } from "../../model/pastWeeks.ts";
import { spreads } from "./spread.ts";
import type { WeekCell } from "./weekCell.ts";
import { weeksInYear } from "./week.ts";

/** A year before, seasons came so many weeks earlier or later; with fewer weeks than these of it, nobody knows the season. */
const seasonShift = 3;
const fewestOfSeason = 4;
/** One week, and two weeks together: a burst is found in the first, what grows slowly in both. */
const spans = [1, 2];
/** Less than half as much again is no change that anybody would notice, however sure it is. */
const leastRatio = 1.5;
/** The level has hardly doubled twice in a year; more is a change of what is exported. */
const growthLimits = { low: 0.5, high: 3 };
/** Fewer weeks that are there in both years do not tell how a region has grown. */
const fewestForGrowth = 4;
/** A count that the season of the year before would lead to more often than this is none: large regions have many cells. */
const seasonRate = 0.0002;
/** Chance of any false alarm in an edition in which nothing has risen above the weeks before. */
export const falseAlarmRate = 0.2;

/** A count that neither the past weeks nor the season of the year before explain. */
export interface Rise {
  readonly cell: WeekCell;
  /** First and last week of what is counted, by place in the series. */
  readonly first: number;
  readonly last: number;
  readonly count: number;
  /** What the thirteen weeks before led to expect, with the range of 95 %. */
  readonly usual: { readonly mean: number; readonly low: number; readonly high: number };
  /** The count of the same weeks a year before; null where the data do not reach back. */
  readonly yearBefore: number | null;
  readonly p: number;
}

export interface RiseRules {
  /** The last weeks of the series that are looked at: those since the edition before. */
  readonly looked: number;
  /** A smaller count of a cell is never told. */
  readonly shown: (cell: WeekCell) => number;
  readonly rate?: number;
}

/** What came of looking. */
export interface Found {
  /** The surest first; of each cell its surest count alone. */
  readonly rises: Rise[];
  /** How many counts were looked at. */
  readonly looked: number;
  /** Whether the season of the year before could be asked in all weeks that were looked at. */
  readonly knowsSeason: boolean;
}

/**
 * Looks for what has risen in the last weeks of an edition: in every topic and place against its own past and against its
 * season. A count is a rise where the error rate of the edition allows it beside the thirteen weeks before, where the same
 * weeks of the year before, three more on either side, would lead to it less than once in five thousand cases (so that the start
 * of the heating season is none), and where it is half as large again as either expects.
 * Sources: expectedOf, spreads, withinErrorRate. How often it errs and what it finds, `npm run bench -- rising` measures.
 *
 * @param cells all with the same weeks; the first is the region as a whole
 */
export function findRises(cells: readonly WeekCell[], { looked, shown, rate = falseAlarmRate }: RiseRules): Found {
  const total = cells[0]?.counts ?? new Uint32Array();
  const weeks = total.length;
  const spreadOf = spreads(cells, weeks - looked - gap);
  const candidates: { rise: Rise; p: number; reachable: number }[] = [];
  let knowsSeason = true;
  for (let last = Math.max(0, weeks - looked); last < weeks; last++) {
    const recent = pastWeeks(last);
    if (recent === null) continue;
    const growth = growthOf(total, recent.from, recent.until);
    for (const span of spans) {
      const first = last - span + 1;
      const season = {
        from: Math.max(0, first - weeksInYear - seasonShift),
        until: last - weeksInYear + seasonShift + 1,
      };
      const hasSeason = season.until - season.from >= fewestOfSeason;
      knowsSeason &&= hasSeason;
      for (const cell of cells) {
        const spread = spreadOf(cell);
        const least = shown(cell);
        const count = sumOf(cell.counts, first, last + 1);
        const usual = expectedOf([...cell.counts.subarray(recent.from, recent.until)], spread, span);
        const seasonal = hasSeason
          ? expectedOf([...cell.counts.subarray(season.from, season.until)], spread, span, growth)
          : null;
        const isLarge =
          count >= least &&
          count >= leastRatio * usual.mean &&
          (seasonal === null ||
            (count >= leastRatio * seasonal.mean && countTail(count, seasonal.mean, seasonal.variance) <= seasonRate));
        const p = isLarge ? countTail(count, usual.mean, usual.variance) : 1;
        const reachable = countTail(least, usual.mean, usual.variance);
        const rise = {
          cell,
          first,
          last,
          count,
          p,
          usual: usualOf(usual, isLarge),
          yearBefore: before(cell, first, last),
        };
        candidates.push({ rise, p, reachable });
      }
    }
  }
  const called = withinErrorRate(candidates, rate);
  const surest = new Map<WeekCell, Rise>();
  candidates.forEach(({ rise }, index) => {
    const known = surest.get(rise.cell);
    if (called[index] && (known === undefined || rise.p < known.p)) surest.set(rise.cell, rise);
  });
  return { rises: [...surest.values()].sort((a, b) => a.p - b.p), looked: candidates.length, knowsSeason };
}

/** The range takes time and is wanted of few. */
function usualOf({ mean, variance }: Expected, isWanted: boolean): Rise["usual"] {
  return isWanted ? { mean, ...countRange(mean, variance) } : { mean, low: 0, high: 0 };
}

function before({ counts }: WeekCell, first: number, last: number): number | null {
  return first >= weeksInYear ? sumOf(counts, first - weeksInYear, last - weeksInYear + 1) : null;
}

function sumOf(counts: Uint32Array, from: number, until: number): number {
  let sum = 0;
  for (let week = Math.max(0, from); week < until; week++) sum += counts[week]!;
  return sum;
}

/** By what all appeals together have grown in a year: the weeks of the usual beside the same weeks before, as far as they are there. */
function growthOf(total: Uint32Array, from: number, until: number): number {
  const start = Math.max(from, weeksInYear);
  const [now, then] = [sumOf(total, start, until), sumOf(total, start - weeksInYear, until - weeksInYear)];
  if (until - start < fewestForGrowth || then === 0) return 1;
  return Math.min(growthLimits.high, Math.max(growthLimits.low, now / then));
}
