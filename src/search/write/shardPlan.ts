import { isoDateOfDay } from "../../model/moment.ts";

/** A stretch of days whose appeals share an index; both days included. */
export interface ShardPlan {
  firstDay: number;
  lastDay: number;
  /** Where the appeals of a single day are too many for one index: which part of them. */
  part: { from: number; to: number } | null;
  count: number;
}

interface Stretch {
  firstDay: number;
  lastDay: number;
  count: number;
}

function inStretches(days: readonly Stretch[], key: (day: number) => string): Map<string, Stretch[]> {
  const groups = new Map<string, Stretch[]>();
  for (const day of days) {
    const name = key(day.firstDay);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [day]);
    else group.push(day);
  }
  return groups;
}

function together(parts: readonly Stretch[]): Stretch {
  return {
    firstDay: parts[0]?.firstDay ?? 0,
    lastDay: parts.at(-1)?.lastDay ?? 0,
    count: parts.reduce((sum, { count }) => sum + count, 0),
  };
}

/** Neighbours joined, from the first on, as long as they fit. */
function joined(parts: readonly Stretch[], most: number): Stretch[] {
  const result: Stretch[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (last !== undefined && last.count + part.count <= most) result[result.length - 1] = together([last, part]);
    else result.push(part);
  }
  return result;
}

/** A stretch whole where it fits, else its parts, joined again as far as they fit. */
function fitting(days: readonly Stretch[], most: number, levels: readonly ((day: number) => string)[]): Stretch[] {
  const whole = together(days);
  const [key, ...finer] = levels;
  if (whole.count <= most || key === undefined) return [whole];
  return joined(
    [...inStretches(days, key).values()].flatMap((part) => fitting(part, most, finer)),
    most,
  );
}

const yearOf = (day: number): number => Number(isoDateOfDay(day).slice(0, 4));

/**
 * Divides appeals by the calendar into shards of at most `most`: years in blocks of 32, 16 … 2, single years, months,
 * days, each divided only where it is too big and joined with its neighbours inside the greater stretch. A new edition
 * mostly adds to the last days, so that only the last stretch changes; with borders counted from the newest appeal every
 * shard would.
 *
 * @param counts appeals by day of receipt
 * @returns oldest first, every day with appeals in exactly one (or in parts, where a day alone is too big)
 */
export function planShards(counts: ReadonlyMap<number, number>, most: number): ShardPlan[] {
  const days = [...counts]
    .sort(([a], [b]) => a - b)
    .map(([day, count]): Stretch => ({ firstDay: day, lastDay: day, count }));
  if (days.length === 0) return [];
  const blocks = [32, 16, 8, 4, 2, 1].map((years) => (day: number) => String(Math.floor(yearOf(day) / years)));
  const parts = divided(days, most, [...blocks, (day) => isoDateOfDay(day).slice(0, 7), String]);
  return parts.flatMap(({ firstDay, lastDay, count }): ShardPlan[] => {
    if (count <= most) return [{ firstDay, lastDay, part: null, count }];
    const pieces = Math.ceil(count / most);
    return Array.from({ length: pieces }, (_, piece) => {
      const from = Math.floor((count * piece) / pieces);
      const to = Math.floor((count * (piece + 1)) / pieces);
      return { firstDay, lastDay, part: { from, to }, count: to - from };
    });
  });
}

/** Blocks of years are divided without joining across them: what one block holds never moves the borders of the next. */
function divided(days: readonly Stretch[], most: number, levels: readonly ((day: number) => string)[]): Stretch[] {
  const whole = together(days);
  const [key, ...finer] = levels;
  if (whole.count <= most || key === undefined) return [whole];
  const groups = [...inStretches(days, key).values()];
  // Below the year: months and days may be joined, inside their year.
  return finer.length === 1 ? fitting(days, most, levels) : groups.flatMap((group) => divided(group, most, finer));
}
