import type { Voice } from "./language.ts";
import { weekWords } from "./weekWords.ts";

interface Level {
  low: number;
  high: number;
  mean: number;
}

/** «в среднем 62»: single months of two levels may well overlap, their means tell which way it went. */
export const countLevel =
  (voice: Pick<Voice, "language" | "integer" | "bound">) =>
  ({ mean }: Level): string =>
    weekWords(voice).w("level.mean", { n: Math.round(mean) });

/** «18–28 %», or one share where both ends are written alike. */
export const shareLevel =
  ({ limit, percentRange }: Pick<Voice, "limit" | "percentRange">) =>
  ({ low, high }: Level): string =>
    limit(low) === limit(high) ? limit(low) : percentRange(low, high);

/** A series of months split where its level moved: each part by its lowest value, its highest and its mean. */
export interface MovedLevel<Item> {
  before: Level;
  after: Level;
  way: "more" | "less";
  /** First and last month of the older part. */
  first: Item;
  until: Item;
  /** The same of the newer one. */
  from: Item;
  to: Item;
}

/** Of fewer months nobody would say that they are a level. */
const fewest = 3;

/**
 * Where a series whose level has moved falls into two parts best: where the squares of the distances from the means of both
 * parts add up to the least (a single split of a regression tree; Breiman et al., 1984).
 *
 * @returns null where either part would be too short, or where the newer one lies on the same level
 */
export function levelMoved<Item>(items: readonly Item[], value: (item: Item) => number): MovedLevel<Item> | null {
  const values = items.map(value);
  let best: { at: number; rest: number } | null = null;
  for (let at = fewest; at <= values.length - fewest; at++) {
    const rest = distances(values.slice(0, at)) + distances(values.slice(at));
    if (best === null || rest < best.rest) best = { at, rest };
  }
  if (best === null) return null;
  const [before, after] = [values.slice(0, best.at), values.slice(best.at)];
  const [old, now] = [mean(before), mean(after)];
  if (old === now) return null;
  return {
    before: { ...rangeOf(before), mean: old },
    after: { ...rangeOf(after), mean: now },
    way: now > old ? "more" : "less",
    first: items[0]!,
    until: items[best.at - 1]!,
    from: items[best.at]!,
    to: items.at(-1)!,
  };
}

const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;
const rangeOf = (values: readonly number[]) => ({ low: Math.min(...values), high: Math.max(...values) });
function distances(values: readonly number[]): number {
  const middle = mean(values);
  return values.reduce((sum, one) => sum + (one - middle) ** 2, 0);
}
