import { poissonExact } from "./poissonInterval.ts";
import type { Interval } from "./wilson.ts";

/** One topic of one agency: `count` of `total` appeals had the outcome. */
export interface CaseMixCell {
  readonly count: number;
  readonly total: number;
}

export interface CaseMixResult {
  readonly observed: number;
  readonly total: number;
  /** Successes the agency would have had at the region's rate in each of its topics. */
  readonly expected: number;
  readonly crude: number;
  /** O/E; null where nothing is expected. */
  readonly ratio: number | null;
  /** Exact Poisson interval of O/E, 95 %. */
  readonly ratioInterval: Interval | null;
  /** (O - E) / sqrt(sum n p (1 - p)); null where that is 0. */
  readonly z: number | null;
  /** O/E times the overall rate: the indirectly standardised rate, comparable with the whole only. */
  readonly indirect: number | null;
  /** Directly standardised rate with the region's topic shares; null where a topic has fewer than 10 appeals. */
  readonly direct: number | null;
  /**
   * Simpson's paradox: the agency is above the rest in the crude rate and below what its topics let
   * expect, or the other way round.
   */
  readonly reversed: boolean;
}

/** Fewer appeals than this in a cell say nothing steady enough to be weighted up. */
const MINIMUM_CELL = 10;

/**
 * Adjusts the agencies' rates for what they are asked about.
 *
 * Indirect: E = sum over topics of n p(topic, all agencies); O/E. Direct: sum over topics of w p(topic, agency),
 * w the topic's share of all appeals. Indirect ratios of two agencies are not comparable with each other,
 * each only with the whole.
 * Source: Breslow & Day 1987, Statistical Methods in Cancer Research II, chapter 2.
 *
 * @param table `table[agency][topic]`, every agency with the same topics in the same order
 * @returns one result per agency, in the same order
 * @throws RangeError if rows differ in length, a count is not a whole number from 0 to its total, or an
 * agency has no appeals
 */
export function caseMix(table: readonly (readonly CaseMixCell[])[]): CaseMixResult[] {
  const topics = table[0]?.length ?? 0;
  for (const row of table) {
    if (row.length !== topics) throw new RangeError("agencies have different numbers of topics");
    for (const { count, total } of row) {
      const possible = Number.isSafeInteger(count) && Number.isSafeInteger(total) && count >= 0 && count <= total;
      if (!possible) throw new RangeError("a count is not a whole number from 0 to its total");
    }
  }
  const region = Array.from({ length: topics }, (_, topic) => together(table.map((row) => row[topic]!)));
  const everything = together(region);
  return table.map((row) => {
    const own = together(row);
    if (own.total === 0) throw new RangeError("an agency has no appeals");
    const rates = region.map(({ count, total }) => (total === 0 ? 0 : count / total));
    const expected = sumOver(row, ({ total }, topic) => total * rates[topic]!);
    const variance = sumOver(row, ({ total }, topic) => total * rates[topic]! * (1 - rates[topic]!));
    const ratio = expected > 0 ? own.count / expected : null;
    const interval = poissonExact(own.count);
    const weighted = region.every(({ total }, topic) => total === 0 || row[topic]!.total >= MINIMUM_CELL);
    const crude = own.count / own.total;
    return {
      observed: own.count,
      total: own.total,
      expected,
      crude,
      ratio,
      ratioInterval: expected > 0 ? { lower: interval.lower / expected, upper: interval.upper / expected } : null,
      z: variance > 0 ? (own.count - expected) / Math.sqrt(variance) : null,
      indirect: ratio === null ? null : (ratio * everything.count) / everything.total,
      direct: weighted ? directRate(row, region, everything.total) : null,
      reversed: crudeSign(own, everything) * sign(own.count - expected, expected) < 0,
    };
  });
}

function together(cells: readonly CaseMixCell[]): CaseMixCell {
  return { count: sumOver(cells, (cell) => cell.count), total: sumOver(cells, (cell) => cell.total) };
}

function sumOver(cells: readonly CaseMixCell[], value: (cell: CaseMixCell, topic: number) => number): number {
  return cells.reduce((sum, cell, topic) => sum + value(cell, topic), 0);
}

function directRate(row: readonly CaseMixCell[], region: readonly CaseMixCell[], all: number): number {
  return sumOver(row, ({ count, total }, topic) => {
    const weight = region[topic]!.total / all;
    return weight === 0 ? 0 : (weight * count) / total;
  });
}

/** Sign of the agency's crude rate less that of all the others, in whole numbers. */
function crudeSign(own: CaseMixCell, all: CaseMixCell): number {
  return Math.sign(own.count * (all.total - own.total) - (all.count - own.count) * own.total);
}

/** Sign of a difference, 0 where it is only rounding. */
function sign(difference: number, scale: number): number {
  return Math.abs(difference) <= 1e-9 * scale ? 0 : Math.sign(difference);
}
