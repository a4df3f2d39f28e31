import { none, type ReplyColumns } from "../../model/columns.ts";
import { leastReplies, type MarkShare } from "../../model/replies.ts";
import { hasMark, unreadReply } from "../../model/replyMarks.ts";
import { type Evidence } from "../evidence.ts";
import { rounded } from "../figure.ts";
import { caseMix, type CaseMixCell } from "../statistics/caseMix.ts";
import { correctedPoint } from "../statistics/correctedShare.ts";
import { type ShownMark } from "./replyTally.ts";

export type AdjustedShare = NonNullable<MarkShare["adjusted"]>;

/** The top-level topic of each row, as an index; the last stands for "not stated". */
export function topTopics({ columns, tree }: Pick<Evidence, "columns" | "tree">): { of: Uint16Array; size: number } {
  const top = Array.from(tree.ofLeaf, (place) => tree.paths[place]![0]!);
  const size = tree.codes.length + 1;
  return { of: columns.topic.map((leaf) => (leaf === none ? size - 1 : top[leaf]!)), size };
}

/**
 * What each agency would have had of a mark with its own topics and outcomes at the rates of all agencies together: whoever is asked
 * to explain the law can name no deed. The way in which shares of what is answered in time are adjusted (statistics/caseMix.ts).
 *
 * @param byAgency places of replies, by index of the agency
 * @returns by index of the agency; undefined for one with too few replies
 */
export function adjustedMarks(
  evidence: Pick<Evidence, "columns" | "tree">,
  replies: ReplyColumns,
  byAgency: readonly Uint32Array[],
  { mark, trial }: ShownMark,
): (AdjustedShare | undefined)[] {
  const { columns } = evidence;
  const topics = topTopics(evidence);
  const outcomes = columns.lists.outcomes.length;
  const isRead = (place: number): boolean => replies.marks[place]! !== unreadReply;
  const cellsOf = (places: Uint32Array): CaseMixCell[] => {
    const cells = Array.from({ length: topics.size * outcomes }, () => ({ count: 0, total: 0 }));
    for (const place of places) {
      if (!isRead(place)) continue;
      const row = replies.rows[place]!;
      const cell = cells[topics.of[row]! * outcomes + columns.outcome[row]!]!;
      cell.total += 1;
      if (hasMark(replies.marks[place]!, mark)) cell.count += 1;
    }
    return cells;
  };
  const compared = byAgency.flatMap((places, agency) => (places.filter(isRead).length < leastReplies ? [] : [agency]));
  const results = compared.length === 0 ? [] : caseMix(compared.map((agency) => cellsOf(byAgency[agency]!)));
  const adjusted = new Map(
    results.map(({ expected, total, ratio, ratioInterval }, at): [number, AdjustedShare] => [
      compared[at]!,
      {
        expected: rounded(correctedPoint(expected / total, trial), 1e6),
        ratio: ratio === null ? null : rounded(ratio, 1e4),
        low: ratioInterval === null ? null : rounded(ratioInterval.lower, 1e4),
        high: ratioInterval === null ? null : rounded(ratioInterval.upper, 1e4),
      },
    ]),
  );
  return byAgency.map((_, agency) => adjusted.get(agency));
}
