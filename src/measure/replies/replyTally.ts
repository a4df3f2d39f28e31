import { type ReplyColumns, replyKinds } from "../../model/columns.ts";
import { type MarkQuality, type MarkShare, type ReplySlice, leastReplies } from "../../model/replies.ts";
import type { MarkTrial } from "../../model/replyMarkMeasures.ts";
import { hasMark, type ReplyMark, unreadReply } from "../../model/replyMarks.ts";
import { missing, rounded, tooFew } from "../figure.ts";
import { shareOf } from "../measures.ts";
import { correctedRest } from "../statistics/correctedRest.ts";
import { judgedOnce } from "./frequentTexts.ts";

/** A mark that is shown, how its rule did, and which groups it judged once for all copies (frequentTexts.ts). */
export interface ShownMark {
  readonly mark: ReplyMark;
  readonly trial: MarkTrial;
  /** By number of the group, 1: its copies count as they were found. */
  readonly once: Uint8Array;
}

export function shownMarksOf(
  marks: readonly MarkQuality[],
  replies: ReplyColumns,
  isFrequent: Uint8Array,
): ShownMark[] {
  return marks.flatMap(({ mark, trial, hidden }) =>
    hidden === null && trial !== null ? [{ mark, trial, once: judgedOnce(replies, isFrequent, mark) }] : [],
  );
}

/** Replies in which a mark was looked for. */
interface MarkTally {
  found: number;
  /** Copies of texts that were judged once: all of them, and found ones. */
  copies: number;
  foundCopies: number;
}

/** What is counted of some replies. */
export interface ReplyTally {
  replies: number;
  /** Those among them that are written in a language which the rules of marks cannot read. */
  unread: number;
  /** By place in replyKinds. */
  readonly kinds: number[];
  /** By place among the shown marks. */
  readonly marks: MarkTally[];
}

/** Counts replies by their places in the columns. */
export function tallyReplies(places: Iterable<number>, replies: ReplyColumns, shown: readonly ShownMark[]): ReplyTally {
  const tally: ReplyTally = {
    replies: 0,
    unread: 0,
    kinds: replyKinds.map(() => 0),
    marks: shown.map(() => ({ found: 0, copies: 0, foundCopies: 0 })),
  };
  for (const place of places) {
    tally.replies += 1;
    tally.kinds[replies.kind[place]!]! += 1;
    if (replies.marks[place]! === unreadReply) {
      tally.unread += 1;
      continue;
    }
    shown.forEach(({ mark, once }, at) => {
      const [ofMark, isFound] = [tally.marks[at]!, hasMark(replies.marks[place]!, mark)];
      if (isFound) ofMark.found += 1;
      if (once[replies.group[place]!] !== 1) return;
      ofMark.copies += 1;
      if (isFound) ofMark.foundCopies += 1;
    });
  }
  return tally;
}

const kindCount = ({ kinds }: ReplyTally, kind: (typeof replyKinds)[number]): number =>
  kinds[replyKinds.indexOf(kind)]!;

/** A mark's share as counted, and corrected for the errors of its rule. Both hidden where few replies stand behind them. */
function markShare({ mark, trial }: ShownMark, { found, copies, foundCopies }: MarkTally, replies: number): MarkShare {
  if (replies === 0) return { mark, raw: missing("none-eligible"), corrected: missing("none-eligible") };
  if (replies < leastReplies) return { mark, raw: tooFew, corrected: tooFew };
  const rest = { found: found - foundCopies, total: replies - copies };
  const corrected = correctedRest({ found: foundCopies, total: copies }, rest, trial);
  return {
    mark,
    raw: shareOf(found, replies, leastReplies),
    corrected:
      corrected === null
        ? missing("none-eligible")
        : {
            state: "exact",
            value: rounded(corrected.share, 1e6),
            low: rounded(corrected.lower, 1e6),
            high: rounded(corrected.upper, 1e6),
          },
    ...(copies > 0 && { copies: { replies: copies, found: foundCopies } }),
  };
}

/** The shares of a tally: without medians, which need the replies themselves. */
export function replyShares(
  tally: ReplyTally,
  shown: readonly ShownMark[],
  minimumShown: number,
): Omit<ReplySlice, "readability"> {
  const { replies, unread } = tally;
  const [short, eventNotices] = [kindCount(tally, "short"), kindCount(tally, "event")];
  return {
    replies,
    eventNotices,
    unread,
    short: shareOf(short, replies, minimumShown),
    repeated: shareOf(kindCount(tally, "repeated"), replies - short - eventNotices, minimumShown),
    marks: shown.map((mark, at) => markShare(mark, tally.marks[at]!, replies - unread)),
  };
}
