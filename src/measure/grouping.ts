import { none } from "../model/columns.ts";

/** Places of a list put together by group; within a group they keep the order of the list. */
export interface Grouping {
  /** Group g is `members.subarray(start[g], start[g + 1])`. */
  readonly start: Uint32Array;
  readonly members: Uint32Array;
}

/**
 * Stable counting sort: linear, whatever the number of groups.
 *
 * @param rows the list, as row numbers into `group`; without it the rows themselves, in order
 * @param group group of each row, below `groups`, or `none` to leave the row out
 * @returns places in the list (not row numbers), by group
 */
export function groupPlaces(group: Uint16Array | Uint8Array, groups: number, rows?: Uint32Array): Grouping {
  const length = rows?.length ?? group.length;
  const start = new Uint32Array(groups + 1);
  for (let i = 0; i < length; i++) {
    const g = group[rows === undefined ? i : rows[i]!]!;
    if (g !== none) start[g + 1]! += 1;
  }
  for (let g = 0; g < groups; g++) start[g + 1]! += start[g]!;
  const members = new Uint32Array(start[groups]!);
  const next = start.slice();
  for (let i = 0; i < length; i++) {
    const g = group[rows === undefined ? i : rows[i]!]!;
    if (g !== none) members[next[g]!++] = i;
  }
  return { start, members };
}

/** The members of one group. */
export function membersOf(grouping: Grouping, group: number): Uint32Array {
  return grouping.members.subarray(grouping.start[group], grouping.start[group + 1]);
}
