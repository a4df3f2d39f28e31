/** The rows of a table as digests: of what lasts of each, and of all that it says. */
export interface RowDigests {
  keys: number[];
  rests: number[];
}

const fewestRows = 3;
/** So much of a table has to stand in another one; the rest may have come between two savings. */
const copiedShare = 0.9;
/** Rows that say so little that they are alike in one table anyway are no evidence in two. */
const tellingShare = 0.9;

/**
 * Whether nearly all rows of a table stand in another one, each as often as it comes.
 *
 * @returns how many do, and the rows that do not; null where the tables are two
 */
export function isContained(table: RowDigests, larger: RowDigests): { copied: number; left: RowDigests } | null {
  const { rests } = table;
  if (rests.length < fewestRows) return null;
  const there = new Map<number, number>();
  for (const rest of larger.rests) there.set(rest, (there.get(rest) ?? 0) + 1);
  if (there.size < larger.rests.length * tellingShare) return null;
  const left: RowDigests = { keys: [], rests: [] };
  for (const [at, rest] of rests.entries()) {
    const count = there.get(rest) ?? 0;
    if (count > 0) there.set(rest, count - 1);
    else {
      left.keys.push(table.keys[at] ?? 0);
      left.rests.push(rest);
    }
  }
  const copied = rests.length - left.rests.length;
  return copied >= rests.length * copiedShare ? { copied, left } : null;
}
