import { none, type ReplyColumns } from "../../model/columns.ts";
import { leastReplies, type MarkShare, type ReplyVerdict } from "../../model/replies.ts";
import { besidePrinted } from "../../model/printedInterval.ts";
import type { MarkTrial } from "../../model/replyMarkMeasures.ts";
import { hasMark, unreadReply } from "../../model/replyMarks.ts";
import type { Evidence } from "../evidence.ts";
import { rounded } from "../figure.ts";
import { type AmongOthers, amongOthers } from "../statistics/amongOthers.ts";
import type { CaseMixCell } from "../statistics/caseMix.ts";
import { correctedPoint, correctedShare } from "../statistics/correctedShare.ts";
import type { ShareInterval } from "../statistics/wilson.ts";
import type { ShownMark } from "./replyTally.ts";

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
 * the law can name no deed. Frequent texts (frequentTexts.ts) are left out, its own as those of the others: one text is not how agencies
 * write, and one side with its template against others without theirs would compare a template with habits.
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
  const cellsOf = (places: Uint32Array): Cells => {
    const cells = { counts: new Float64Array(size), totals: new Float64Array(size) };
    for (const place of places) {
      if (replies.marks[place]! === unreadReply || isFrequent[replies.group[place]!] === 1) continue;
      const row = replies.rows[place]!;
      const cell = topics.of[row]! * outcomes + columns.outcome[row]!;
      cells.totals[cell]! += 1;
      if (hasMark(replies.marks[place]!, mark)) cells.counts[cell]! += 1;
    }
    return cells;
  };
  const all = byAgency.map(cellsOf);
  const whole = { counts: new Float64Array(size), totals: new Float64Array(size) };
  for (const { counts, totals } of all) {
    counts.forEach((count, cell) => (whole.counts[cell]! += count));
    totals.forEach((total, cell) => (whole.totals[cell]! += total));
  }
  return all.map(({ counts, totals }) => {
    const used = Array.from(totals.keys()).filter((cell) => totals[cell]! > 0);
    const own = used.map((cell) => ({ count: counts[cell]!, total: totals[cell]! }));
    const others = used.map((cell) => ({
      count: whole.counts[cell]! - counts[cell]!,
      total: whole.totals[cell]! - totals[cell]!,
    }));
    return comparedShare(own, others, trial);
  });
}

/** One agency beside the others; undefined where too little of it can be compared. */
function comparedShare(
  own: readonly CaseMixCell[],
  others: readonly CaseMixCell[],
  trial: MarkTrial,
): AdjustedShare | undefined {
  const [found, read] = own.reduce(([counts, totals], { count, total }) => [counts + count, totals + total], [0, 0]);
  if (read < leastReplies) return undefined;
  const [among, flagged] = [amongOthers(own, others), amongOthers(own, others, 0.998)];
  const share = correctedShare(found, read, trial);
  if (among === null || flagged === null || share === null) return undefined;
  if (among.comparable < Math.max(leastReplies, leastComparable * read)) return undefined;
  const expected = correctedPoint(among.expected, trial);
  return {
    own: {
      replies: read,
      found,
      value: rounded(share.share, 1e6),
      low: rounded(share.lower, 1e6),
      high: rounded(share.upper, 1e6),
    },
    expected: rounded(expected, 1e6),
    ratio: among.ratio === null ? null : rounded(among.ratio, 1e4),
    low: rounded(among.lower, 1e4),
    high: among.upper === null ? null : rounded(among.upper, 1e4),
    verdict: verdictOf(share, expected, flagged),
  };
}

/**
 * Told apart only by both: the others' share lies outside the interval that is printed beside, which counts in the errors of the rule, and
 * chance alone, of the agency and of the others, would hardly ever (99.8 %: a portal makes hundreds of comparisons) bring it about.
 */
function verdictOf(
  share: ShareInterval,
  expected: number,
  { lower, upper }: Pick<AmongOthers, "lower" | "upper">,
): ReplyVerdict {
  const side = besidePrinted({ low: share.lower, high: share.upper }, expected);
  if (side === "below" && lower > 1) return "more";
  return side === "above" && upper !== null && upper < 1 ? "less" : "chance";
}
