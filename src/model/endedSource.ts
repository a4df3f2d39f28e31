import { dayOfIsoDate } from "./moment.ts";

/** A source of which no export has come for so long has ended: nothing is learnt of its appeals any more. */
const endedAfterDays = 31;

/**
 * Whether a source has ended.
 *
 * @param last date of its newest export
 * @param newest date of the newest export of all sources
 */
export function hasEnded(last: string, newest: string): boolean {
  return dayOfIsoDate(newest) - dayOfIsoDate(last) > endedAfterDays;
}
