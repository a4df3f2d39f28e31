import { findRises } from "../../../src/measure/rising/findRises.ts";
import { wilson } from "../../../src/measure/statistics/wilson.ts";
import { cellsUntil, quietCells, type QuietRegion } from "./quietRegion.ts";

const shown = () => 5;
const history = 104;

/** False alarms in the weekly editions of quiet years. */
export interface QuietTrial {
  editions: number;
  alarms: number;
  /** The most in one edition. */
  most: number;
  /** Editions with at least one. */
  disturbed: number;
}

/** Publishes every week (or every so many weeks) of quiet years, one for each seed, after two years of history. */
export function quietYears(region: Omit<QuietRegion, "key" | "weeks">, seeds: number, every = 1): QuietTrial {
  const trial = { editions: 0, alarms: 0, most: 0, disturbed: 0 };
  for (let seed = 0; seed < seeds; seed++) {
    const cells = quietCells({ ...region, key: `quiet ${seed} ${region.perWeek}`, weeks: history + 52 });
    for (let last = history + every - 1; last < history + 52; last += every) {
      const { rises } = findRises(cellsUntil(cells, last), { looked: every, shown });
      trial.editions += 1;
      trial.alarms += rises.length;
      trial.most = Math.max(trial.most, rises.length);
      trial.disturbed += rises.length > 0 ? 1 : 0;
    }
  }
  return trial;
}

/** Bursts found within a week and within two. */
export interface BurstTrial {
  /** Appeals in a week of the place before, on average. */
  usual: number;
  bursts: number;
  first: number;
  second: number;
}

/** Plants bursts of so many times the usual in one place, in other weeks of the year each, and publishes weekly. */
export function plantedBursts(
  region: Omit<QuietRegion, "key" | "weeks">,
  { place, times }: { place: number; times: number },
  bursts: number,
): BurstTrial {
  const trial = { usual: 0, bursts, first: 0, second: 0 };
  const name = `p${place}`;
  for (let burst = 0; burst < bursts; burst++) {
    const from = history + Math.floor((burst * 50) / bursts);
    const cells = quietCells(
      { ...region, key: `burst ${burst} ${region.perWeek}`, weeks: from + 2 },
      { place, topic: null, times, from, weeks: 2 },
    );
    const own = cells.find((cell) => cell.place === name && cell.topic === "")!.counts.subarray(from - 13, from);
    trial.usual += own.reduce((sum, count) => sum + count, 0) / own.length / bursts;
    const isFound = (last: number) =>
      findRises(cellsUntil(cells, last), { looked: 1, shown }).rises.some(({ cell }) => cell.place === name);
    if (isFound(from)) trial.first += 1;
    if (isFound(from) || isFound(from + 1)) trial.second += 1;
  }
  return trial;
}

/** «12 of 40, .30 (.18–.45)» */
export function shareText(part: number, whole: number): string {
  const { lower, upper } = wilson(part, whole);
  return `${part} of ${whole}, ${(part / whole).toFixed(2)} (${lower.toFixed(2)}–${upper.toFixed(2)})`;
}
