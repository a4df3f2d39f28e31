import type { Curve, Times } from "../model/facts.ts";
import type { Wait } from "../model/figures.ts";
import { waitedSteps } from "../model/remainingWait.ts";
import { quantiles } from "./definitions.ts";
import { type Absent, missing, rounded, tooFew } from "./figure.ts";
import { meanToHorizon } from "./meanToHorizon.ts";
import { wilson } from "./statistics/wilson.ts";
import { estimateSurvival, runQuantiles, survivalLimits, type RunQuantile, type SurvivalRun } from "./survivalRun.ts";

/** Below this many appeals no curve is drawn; below that many at risk its tail is marked as thin. */
export const curveMinimum = 20;
const tailMinimum = 10;

const hours = [1, 2, 4, 8, 12].map((count) => count / 24);
const days = [
  ...Array.from({ length: 31 }, (_, day) => day),
  ...[35, 40, 45, 50, 55, 60, 70, 80, 90, 105, 120, 150, 180, 240, 300, 365, 450, 540, 730, 1095],
];

/**
 * The moments at which every curve is read: hours of the first day, then days, ever wider apart, and the portal's own
 * norms. The same for all subjects, so that curves can be laid over each other.
 */
function curveGrid(norms: readonly number[], precision: Times["precision"]): number[] {
  const finer = precision === "minute" ? [...hours, 1.5] : [];
  const own = norms.filter((norm) => norm <= 365 && (precision === "minute" || Number.isInteger(norm)));
  return [...new Set([...days, ...finer, ...own])].sort((a, b) => a - b);
}

/** One group's waits, in rising order, ready to be estimated. */
export interface WaitRun {
  readonly keys: Uint32Array;
  readonly from: number;
  readonly to: number;
  readonly times: Float64Array;
}

export interface TimesRules {
  readonly minimumShown: number;
  readonly norms: readonly number[];
}

/**
 * @param known how many of the group's waits are known only in whole civil days, and how many of those only from week to week
 * @param followed how many of the appeals were followed at least to the horizon of the mean
 * @param never to how many of them the event can no longer happen
 */
export function timesOf(
  run: SurvivalRun,
  waits: WaitRun,
  known: { dayPrecise: number; weekPrecise: number },
  followed: number,
  never: number,
  rules: TimesRules,
): Times {
  const n = waits.to - waits.from;
  const precision = known.weekPrecise * 2 >= n ? "week" : known.dayPrecise * 2 >= n ? "day" : "minute";
  if (n < rules.minimumShown) return absentTimes(tooFew, precision);
  estimateSurvival(run, waits.keys, waits.from, waits.to, waits.times);
  const [median, upperQuartile, ninetieth] = runQuantiles(run, Object.values(quantiles)).map((found) =>
    waitOf(found, run),
  );
  return {
    n,
    waiting: n - run.events,
    ...(never > 0 && { never }),
    precision,
    median: median!,
    upperQuartile: upperQuartile!,
    ninetieth: ninetieth!,
    meanToHorizon: meanToHorizon(run, followed),
    curve: n < curveMinimum ? tooFew : curveOf(run, curveGrid(rules.norms, precision)),
  };
}

/** Times of a group of which nothing can be said. */
export function absentTimes(absent: Absent, precision: Times["precision"] = "day"): Times {
  return {
    n: 0,
    waiting: 0,
    precision,
    median: absent,
    upperQuartile: absent,
    ninetieth: absent,
    meanToHorizon: absent,
    curve: absent,
  };
}

/** The median alone, for a month. */
export function medianOf(run: SurvivalRun, waits: WaitRun, minimumShown: number): Wait {
  const n = waits.to - waits.from;
  if (n === 0) return missing("none-eligible");
  if (n < minimumShown) return tooFew;
  estimateSurvival(run, waits.keys, waits.from, waits.to, waits.times);
  return waitOf(runQuantiles(run, [quantiles.median])[0]!, run);
}

function waitOf(found: RunQuantile, run: SurvivalRun): Wait {
  // Where S falls to 0 in one step it has no interval, but its lower limit cannot lie above it.
  const low = limit(found.low ?? found.value);
  if (found.value === null) return { state: "not-reached", beyond: limit(run.time[run.rows - 1]!)!, low };
  return { state: "exact", days: limit(found.value)!, low, high: limit(found.high) };
}

function limit(value: number | null): number | null {
  return value === null ? null : rounded(value, 1e4);
}

/**
 * The share that had the event by each moment of the grid: at least up to the last event, and on while anyone is under
 * observation. An agency that answers nearly everyone within hours soon has fewer than ten left at risk: its curve goes
 * on, and thinFrom says from where it rests on so few.
 */
function curveOf(run: SurvivalRun, grid: readonly number[]): Curve {
  const curve: Curve = { days: [], share: [], low: [], high: [] };
  const last = run.rows - 1;
  let row = 0;
  for (const moment of momentsUpTo(grid, lastEventOf(run), run.survival[last] === 0 ? Infinity : run.time[last]!)) {
    while (row < run.rows && run.time[row]! < moment) row++;
    const atRisk = row < run.rows ? run.atRisk[row]! : 0;
    const reached = run.time[row] === moment ? row : row - 1;
    const [share, low, high] = reached < 0 ? [0, 0, 0] : shareDone(run, Math.min(reached, last));
    if (atRisk < tailMinimum) curve.thinFrom ??= rounded(moment, 1e4);
    curve.days.push(rounded(moment, 1e4));
    // Written with one decimal of a percent: rounded twice, it might differ from the share beside it.
    curve.share.push(rounded(share, 1e6));
    curve.low.push(rounded(low, 1e4));
    curve.high.push(rounded(high, 1e4));
  }
  const waiting = waitingBeyond(run);
  return waiting.length === 0 ? curve : { ...curve, waiting };
}

/** How many were seen waiting longer than each of the steps, down to the fewest of whom anything is told. */
function waitingBeyond(run: SurvivalRun): number[] {
  const counts = waitedSteps.map((days) => {
    let row = 0;
    while (row < run.rows && run.time[row]! <= days) row++;
    return row < run.rows ? run.atRisk[row]! : 0;
  });
  return counts.filter((count) => count >= tailMinimum);
}

/**
 * Where all that were left had the event at once, Greenwood has no interval. Then the share is no lower than it was
 * before, nor than Wilson's limit for "all of them".
 */
function shareDone(run: SurvivalRun, row: number): [number, number, number] {
  const limits = survivalLimits(run, row);
  if (limits) return [1 - run.survival[row]!, 1 - limits.high, 1 - limits.low];
  const before = row > 0 ? 1 - survivalLimits(run, row - 1)!.high : 0;
  return [1, Math.max(before, wilson(run.atRisk[row]!, run.atRisk[row]!).lower), 1];
}

/** The day of the last event; 0 where nobody had it. */
function lastEventOf(run: SurvivalRun): number {
  let last = run.rows - 1;
  while (last > 0 && run.survival[last] === run.survival[last - 1]) last--;
  return last < 0 || run.survival[last] === 1 ? 0 : run.time[last]!;
}

/** Moments of the grid as long as the curve is known; the last event's own where none of them comes after it. Where all had the event nothing is left to tell. */
function momentsUpTo(grid: readonly number[], lastEvent: number, end: number): number[] {
  const known = grid.filter((moment) => moment <= end);
  const after = known.findIndex((moment) => moment >= lastEvent);
  if (after === -1) return [...known, lastEvent];
  return end === Infinity ? known.slice(0, after + 1) : known;
}
