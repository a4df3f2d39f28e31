/**
 * What the words of a reply can be seen to contain, by open rules. A mark that is not found is "not found by the rule",
 * never "absent". Length is none, and neither is politeness. The order is that of the bits of a set.
 */
export const replyMarks = [
  "deed",
  "promise",
  "dated",
  "who",
  "nextStep",
  "sentElsewhere",
  "forwarded",
  "namesThing",
  "onlyAcknowledged",
  "asksToRate",
  "actInFull",
  "bare",
] as const;
export type ReplyMark = (typeof replyMarks)[number];

/** The marks of one reply, a bit each in the order of `replyMarks`. */
export type MarkSet = number;

/** In the place of a set: the rules cannot read the reply. No set is so large. */
export const unreadReply: MarkSet = 1 << 15;

/** A set of the given marks. */
export function markSet(marks: Iterable<ReplyMark>): MarkSet {
  let set = 0;
  for (const mark of marks) set |= 1 << replyMarks.indexOf(mark);
  return set;
}

/** Whether a mark is in a set. */
export function hasMark(set: MarkSet, mark: ReplyMark): boolean {
  return (set & (1 << replyMarks.indexOf(mark))) !== 0;
}

/** The marks of a set, in their order. */
export function marksOf(set: MarkSet): ReplyMark[] {
  return replyMarks.filter((mark) => hasMark(set, mark));
}
