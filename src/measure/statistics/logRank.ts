import { chiSquareTail } from "./incompleteGamma.ts";
import { riskTable } from "./riskTable.ts";

export interface LogRank {
  readonly chiSquare: number;
  /** Groups with anyone at risk at an event, less one. */
  readonly degrees: number;
  /** Chance of differences at least as large if all groups had the same curve. */
  readonly p: number;
  readonly observed: readonly number[];
  /** Events each group would have had if all had the same curve. */
  readonly expected: readonly number[];
}

/**
 * Log-rank test that several groups wait equally long, open appeals counted; ties by the hypergeometric
 * variance. Delayed entry is not supported.
 * Source: Mantel 1966; Peto & Peto 1972 (doi 10.2307/2344317); as R's survdiff with rho = 0.
 *
 * @param durations waiting times, as for {@link kaplanMeier}
 * @param events 1 = ended, 0 = still open
 * @param groups the group of each appeal, 0 … groupCount - 1
 * @param groupCount 2 to 255
 * @throws RangeError for an impossible group or flag and for the inputs that {@link riskTable} refuses
 */
export function logRank(durations: Float64Array, events: Uint8Array, groups: Uint8Array, groupCount: number): LogRank {
  if (!(groupCount >= 2 && groupCount <= 255)) throw new RangeError("the number of groups is not 2 to 255");
  if (groups.length !== events.length) throw new RangeError("columns differ in length");
  if (groups.some((group) => group >= groupCount)) throw new RangeError("a group is above the number of groups");
  if (events.some((flag) => flag > 1)) throw new RangeError("an event flag is neither 0 nor 1");
  const leaving = riskTable(
    durations,
    groups.map((group) => group + 1),
    groupCount,
  ).events;
  const ended = riskTable(
    durations,
    groups.map((group, i) => (events[i] ? group + 1 : 0)),
    groupCount,
  );

  const observed = new Array<number>(groupCount).fill(0);
  const expected = new Array<number>(groupCount).fill(0);
  const covariance = observed.map(() => new Array<number>(groupCount).fill(0));
  const atRisk = new Array<number>(groupCount).fill(0);
  for (let row = ended.time.length - 1; row >= 0; row--) {
    let d = 0;
    for (let g = 0; g < groupCount; g++) {
      atRisk[g]! += leaving[g]![row]!;
      d += ended.events[g]![row]!;
    }
    if (d === 0) continue;
    const n = ended.atRisk[row]!;
    const spread = n > 1 ? (d * (n - d)) / (n - 1) : 0;
    for (let g = 0; g < groupCount; g++) {
      const share = atRisk[g]! / n;
      observed[g]! += ended.events[g]![row]!;
      expected[g]! += d * share;
      for (let h = 0; h < groupCount; h++) {
        covariance[g]![h]! += spread * share * ((g === h ? 1 : 0) - atRisk[h]! / n);
      }
    }
  }
  const used = observed.map((_, g) => g).filter((g) => covariance[g]![g]! > 0);
  // The differences add to zero, so one group is left out; which one does not matter.
  const kept = used.slice(0, -1);
  const difference = kept.map((g) => observed[g]! - expected[g]!);
  const solution = solve(
    kept.map((g) => kept.map((h) => covariance[g]![h]!)),
    difference,
  );
  const chiSquare = difference.reduce((sum, value, i) => sum + value * solution[i]!, 0);
  const degrees = kept.length;
  return { chiSquare, degrees, p: degrees === 0 ? 1 : chiSquareTail(chiSquare, degrees), observed, expected };
}

/** Solves a symmetric positive definite system by elimination. */
function solve(matrix: number[][], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i]!]);
  const size = rows.length;
  for (let pivot = 0; pivot < size; pivot++) {
    for (let row = pivot + 1; row < size; row++) {
      const factor = rows[row]![pivot]! / rows[pivot]![pivot]!;
      for (let column = pivot; column <= size; column++) rows[row]![column]! -= factor * rows[pivot]![column]!;
    }
  }
  const solution = new Array<number>(size).fill(0);
  for (let row = size - 1; row >= 0; row--) {
    let rest = rows[row]![size]!;
    for (let column = row + 1; column < size; column++) rest -= rows[row]![column]! * solution[column]!;
    solution[row] = rest / rows[row]![row]!;
  }
  return solution;
}
