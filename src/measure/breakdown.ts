import type { Breakdown } from "../model/facts.ts";
import { exactCount } from "./figure.ts";
import { shareOf } from "./measures.ts";
import { largestRemainder } from "./statistics/largestRemainder.ts";

/**
 * How often each code occurs, most frequent first, codes in alphabetical order where equally frequent.
 *
 * @param codes code of each place; counts has one more place, for "not stated" (code "")
 * @returns only codes that occur; nothing at all where fewer than minimumShown appeals stand behind it
 */
export function breakdownOf(codes: readonly string[], counts: Uint32Array, minimumShown: number): Breakdown {
  const entries = Array.from(counts, (count, i) => ({ code: codes[i] ?? "", count })).filter(({ count }) => count > 0);
  const whole = entries.reduce((sum, { count }) => sum + count, 0);
  if (whole === 0 || whole < minimumShown) return [];
  entries.sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
  const percents = largestRemainder(entries.map(({ count }) => count));
  const tenths = largestRemainder(
    entries.map(({ count }) => count),
    1000,
  );
  return entries.map(({ code, count }, i) => ({
    code,
    count: exactCount(count),
    share: shareOf(count, whole, minimumShown),
    percent: percents[i]!,
    tenths: tenths[i]!,
  }));
}
