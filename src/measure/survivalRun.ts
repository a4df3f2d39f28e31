import { criticalValue } from "../model/confidence.ts";

/**
 * The Kaplan–Meier estimate of many overlapping groups. The statistics folder's kaplanMeier sorts each group anew; here
 * all waits were sorted once (see waitOrder.ts), and a group arrives as a run of keys that is already in rising order,
 * so each costs linear time and no memory. A test holds that both give the same figures.
 *
 * A key is 2 × rank of the wait among the distinct waits, plus 1 for an appeal that is still waiting: answers come
 * before censorings at the same time.
 */
export interface SurvivalRun {
  /** Number of distinct times. The columns below are longer; only so many elements count. */
  rows: number;
  readonly time: Float64Array;
  /** Under observation just before the time. */
  readonly atRisk: Uint32Array;
  /** Share still waiting from the time on. */
  readonly survival: Float64Array;
  /** Greenwood's variance of ln S: the sum of d / (n (n − d)) so far. */
  readonly variance: Float64Array;
  /** Appeals, and how many of them had the event. */
  n: number;
  events: number;
}

export function survivalRunFor(largest: number): SurvivalRun {
  return {
    rows: 0,
    time: new Float64Array(largest),
    atRisk: new Uint32Array(largest),
    survival: new Float64Array(largest),
    variance: new Float64Array(largest),
    n: 0,
    events: 0,
  };
}

/** Fills the run with the estimate of one group: keys[from … to) in rising order. */
export function estimateSurvival(
  run: SurvivalRun,
  keys: Uint32Array,
  from: number,
  to: number,
  times: Float64Array,
): void {
  let rows = 0;
  let share = 1;
  let variance = 0;
  let allEvents = 0;
  let i = from;
  while (i < to) {
    const rank = keys[i]! >>> 1;
    const atRisk = to - i;
    let events = 0;
    for (; i < to && keys[i]! === rank * 2; i++) events++;
    while (i < to && keys[i]! >>> 1 === rank) i++;
    if (events > 0) {
      const left = atRisk - events;
      share = left > 0 ? share * (left / atRisk) : 0;
      variance += events / (atRisk * left);
      allEvents += events;
    }
    run.time[rows] = times[rank]!;
    run.atRisk[rows] = atRisk;
    run.survival[rows] = share;
    run.variance[rows] = variance;
    rows++;
  }
  run.rows = rows;
  run.n = to - from;
  run.events = allEvents;
}

/** A quantile of the waits: null where the curve, or that limit of it, never comes down to the line. */
export interface RunQuantile {
  value: number | null;
  low: number | null;
  high: number | null;
}

const z = criticalValue(0.95);

/** As in statistics/survivalQuantile.ts. */
const onTheLine = 1e-9;

/**
 * Quantiles by inversion with limits from the log-log interval S^exp(∓ z √V / ln S): the first times at which the curve
 * and its limits lie below 1 − p; where the curve lies flat on it, the middle of the flat piece.
 *
 * @param probabilities rising, each strictly between 0 and 1
 */
export function runQuantiles(run: SurvivalRun, probabilities: readonly number[]): RunQuantile[] {
  const found = probabilities.map((): RunQuantile => ({ value: null, low: null, high: null }));
  const lines = probabilities.map((probability) => 1 - probability);
  // A limit S^e lies on or below the line when −ln S · e >= −ln line.
  const bounds = lines.map((line) => -Math.log(line + onTheLine));
  let value = 0;
  let low = 0;
  let high = 0;
  for (let row = 0; row < run.rows && high < lines.length; row++) {
    const share = run.survival[row]!;
    if (share === 1) continue;
    while (value < lines.length && share <= lines[value]! + onTheLine) {
      found[value]!.value = share < lines[value]! - onTheLine ? run.time[row]! : middleOfFlat(run, row, lines[value]!);
      value++;
    }
    if (share === 0) break;
    const descent = -Math.log(share);
    const widening = Math.exp((z * Math.sqrt(run.variance[row]!)) / descent);
    while (low < lines.length && descent * widening >= bounds[low]!) found[low++]!.low = run.time[row]!;
    while (high < lines.length && descent >= bounds[high]! * widening) found[high++]!.high = run.time[row]!;
  }
  return found;
}

function middleOfFlat(run: SurvivalRun, touch: number, line: number): number {
  const last = run.rows - 1;
  let end = touch + 1;
  while (end < last && !(run.survival[end]! < line - onTheLine)) end++;
  return (run.time[touch]! + run.time[Math.min(end, last)]!) / 2;
}

/** The 95 % limits of the share still waiting in a row; null where S is 0 and nothing is left to estimate them from. */
export function survivalLimits(run: SurvivalRun, row: number): { low: number; high: number } | null {
  const share = run.survival[row]!;
  if (share === 1) return { low: 1, high: 1 };
  if (share === 0) return null;
  const exponent = (z * Math.sqrt(run.variance[row]!)) / Math.log(share);
  return { low: share ** Math.exp(-exponent), high: share ** Math.exp(exponent) };
}
