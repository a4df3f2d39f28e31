import { none, type ReplyColumns } from "../../model/columns.ts";
import { leastReplies, type MarkShare } from "../../model/replies.ts";
import { hasMark, unreadReply } from "../../model/replyMarks.ts";
import { type Evidence } from "../evidence.ts";
import { rounded } from "../figure.ts";
import { amongOthers } from "../statistics/amongOthers.ts";
import { correctedPoint } from "../statistics/correctedShare.ts";
import { type ShownMark } from "./replyTally.ts";

export type AdjustedShare = NonNullable<MarkShare["adjusted"]>;

/** Less of an agency's replies than this can be set beside others': then nothing is. */
const leastComparable = 0.5;

/** The top-level topic of each row, as an index; the last stands for "not stated". */
export function topTopics({ columns, tree }: Pick<Evidence, "columns" | "tree">): { of: Uint16Array; size: number } {
  const top = Array.from(tree.ofLeaf, (place) => tree.paths[place]![0]!);
  const size = tree.codes.length + 1;
  return { of: columns.topic.map((leaf) => (leaf === none ? size - 1 : top[leaf]!)), size };
}

/** Replies by topic and outcome. */
interface Cells {
  readonly counts: Float64Array;
  readonly totals: Float64Array;
}

/**
 * What each agency would have of a mark with its own topics and outcomes at the rates of all other agencies: whoever is asked to explain
 * the law can name no deed. Frequent texts of the others (frequentTexts.ts) are left out, for one text is not how agencies write.
 *
 * @param byAgency places of replies, by index of the agency
 * @param isFrequent by number of the group
 * @returns by index of the agency; undefined for one with too few replies, or too few that others have the like of
 */
export function adjustedMarks(
  evidence: Pick<Evidence, "columns" | "tree">,
  replies: ReplyColumns,
  byAgency: readonly Uint32Array[],
  isFrequent: Uint8Array,
  { mark, trial }: ShownMark,
): (AdjustedShare | undefined)[] {
  const { columns } = evidence;
  const topics = topTopics(evidence);
  const outcomes = columns.lists.outcomes.length;
  const size = topics.size * outcomes;
  const isRead = (place: number): boolean => replies.marks[place]! !== unreadReply;
  const isOthers = (place: number): boolean => isFrequent[replies.group[place]!] !== 1;
  const cellsOf = (places: Uint32Array): Cells => {
    const cells = { counts: new Float64Array(size), totals: new Float64Array(size) };
    for (const place of places) {
      if (!isRead(place)) continue;
      const row = replies.rows[place]!;
      const cell = topics.of[row]! * outcomes + columns.outcome[row]!;
      cells.totals[cell]! += 1;
      if (hasMark(replies.marks[place]!, mark)) cells.counts[cell]! += 1;
    }
    return cells;
  };
  const lent = byAgency.map((places) => cellsOf(places.filter(isOthers)));
  const whole = { counts: new Float64Array(size), totals: new Float64Array(size) };
  for (const { counts, totals } of lent) {
    counts.forEach((count, cell) => (whole.counts[cell]! += count));
    totals.forEach((total, cell) => (whole.totals[cell]! += total));
  }
  return byAgency.map((places, agency) => {
    const read = places.filter(isRead).length;
    if (read < leastReplies) return undefined;
    const [own, self] = [cellsOf(places), lent[agency]!];
    const used = Array.from(own.totals.keys()).filter((cell) => own.totals[cell]! > 0);
    const found = amongOthers(
      used.map((cell) => ({ count: own.counts[cell]!, total: own.totals[cell]! })),
      used.map((cell) => ({
        count: whole.counts[cell]! - self.counts[cell]!,
        total: whole.totals[cell]! - self.totals[cell]!,
      })),
    );
    if (found === null || found.comparable < Math.max(leastReplies, leastComparable * read)) return undefined;
    const { expected, ratio, lower, upper } = found;
    return {
      expected: rounded(correctedPoint(expected, trial), 1e6),
      ratio: ratio === null ? null : rounded(ratio, 1e4),
      low: rounded(lower, 1e4),
      high: upper === null ? null : rounded(upper, 1e4),
    };
  });
}
