/**
 * One row per distinct observed time, as typed arrays of the same length: the raw material of every
 * survival estimate. Times are in the unit of the durations (days in Otklik).
 */
export interface RiskTable {
  readonly time: Float64Array;
  /** Under observation just before the time: entry < time <= duration (so events come before censorings). */
  readonly atRisk: Float64Array;
  /** `events[k - 1]` holds the events of cause k at each time. */
  readonly events: readonly Float64Array[];
  readonly censored: Float64Array;
}

/** Optional columns, one value per appeal. */
export interface RiskOptions {
  /**
   * Delayed entry (left truncation): how long the appeal had already been waiting when it came under
   * observation. 0 means "seen since it was registered", and such an appeal is at risk at time 0 too.
   */
  readonly entries?: Float64Array | undefined;
  /** Case weights; 2 is the same as the row given twice. */
  readonly weights?: Float64Array | undefined;
}

/**
 * Counts, for each distinct time, who was waiting, whose waiting ended and who was lost from sight.
 *
 * @param durations time from registration to the event or to the end of observation, >= 0
 * @param causes 0 for an appeal still open (censored), 1 … `causeCount` for the way it ended
 * @returns the table in rising time; O(n log n) time
 * @throws RangeError if there are no appeals, the columns differ in length, a duration is negative or not
 * finite, a cause is above `causeCount`, a weight is negative or not finite, or a delayed entry does not
 * come before its exit (such an appeal was never under observation: leave it out)
 */
export function riskTable(
  durations: Float64Array,
  causes: Uint8Array,
  causeCount: number,
  { entries, weights }: RiskOptions = {},
): RiskTable {
  const size = durations.length;
  if (size === 0) throw new RangeError("a risk table needs at least one appeal");
  for (const column of [causes, entries, weights]) {
    if (column !== undefined && column.length !== size) throw new RangeError("columns differ in length");
  }
  const time = distinctAscending(durations);
  const rows = time.length;
  const events = Array.from({ length: causeCount }, () => new Float64Array(rows));
  const censored = new Float64Array(rows);
  const leaving = new Float64Array(rows);
  const entering = new Float64Array(rows);
  for (let i = 0; i < size; i++) {
    const duration = durations[i]!;
    const cause = causes[i]!;
    const weight = weights === undefined ? 1 : weights[i]!;
    if (cause > causeCount) throw new RangeError("a cause is above the number of causes");
    if (!(weight >= 0 && weight < Infinity)) throw new RangeError("a weight is negative or not finite");
    const row = firstRowNotBefore(time, duration);
    const column = cause === 0 ? censored : events[cause - 1]!;
    column[row]! += weight;
    leaving[row]! += weight;
    const entry = entries === undefined ? 0 : entries[i]!;
    if (entry === 0) continue;
    if (!(entry > 0 && entry < duration)) throw new RangeError("a delayed entry does not come before its exit");
    entering[firstRowAfter(time, entry)]! += weight;
  }
  // Counted from the end: with whole weights exact, with fractional ones still exactly "all" on the last row.
  const atRisk = new Float64Array(rows);
  let waiting = 0;
  for (let row = rows - 1; row >= 0; row--) {
    waiting += leaving[row]!;
    atRisk[row] = waiting;
    waiting -= entering[row]!;
  }
  return { time, atRisk, events, censored };
}

function distinctAscending(values: Float64Array): Float64Array {
  // Adding 0 turns -0 into 0, which the typed sort would keep apart.
  const sorted = values.map((value) => value + 0).sort();
  if (!(sorted[0]! >= 0 && sorted[sorted.length - 1]! < Infinity)) {
    throw new RangeError("a duration is negative or not finite");
  }
  let kept = 1;
  for (let i = 1; i < sorted.length; i++) {
    if (sorted[i] !== sorted[i - 1]) sorted[kept++] = sorted[i]!;
  }
  return sorted.slice(0, kept);
}

/** Binary search: the first row whose time is >= the moment; the length if there is none. */
export function firstRowNotBefore(time: Float64Array, moment: number): number {
  let low = 0;
  let high = time.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (time[middle]! < moment) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Binary search: the first row whose time is > the moment; the length if there is none. */
export function firstRowAfter(time: Float64Array, moment: number): number {
  let low = 0;
  let high = time.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (time[middle]! <= moment) low = middle + 1;
    else high = middle;
  }
  return low;
}
