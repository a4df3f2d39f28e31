import { type Voice } from "./language.ts";

interface Range {
  low: number;
  high: number;
}

/** «50–70», or one number where both ends are. */
export const countRange =
  ({ integer }: Pick<Voice, "integer">) =>
  ({ low, high }: Range): string =>
    low === high ? integer(low) : `${integer(low)}–${integer(high)}`;

/** «18–28 %», or one share where both ends are written alike. */
export const shareRange =
  ({ limit, percentRange }: Pick<Voice, "limit" | "percentRange">) =>
  ({ low, high }: Range): string =>
    limit(low) === limit(high) ? limit(low) : percentRange(low, high);

/** A series of months split where its level moved: each part from its lowest to its highest value. */
export interface MovedLevel<Item> {
  before: Range;
  after: Range;
  /** Ranges of both parts may overlap: their means tell how far the level moved. */
  means: { before: number; after: number };
  way: "more" | "less";
  /** First and last month of the newer part. */
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
    before: rangeOf(before),
    after: rangeOf(after),
    means: { before: old, after: now },
    way: now > old ? "more" : "less",
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
