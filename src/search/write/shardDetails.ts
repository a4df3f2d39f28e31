import type { PublicAppeal } from "../../model/appeal.ts";
import { deadlineStateOf } from "../../appeals/deadlineState.ts";
import { encodeMarks, encodeRows, type ReplyState } from "../format/details.ts";

/** Marks and rows of a shard, as the details of a block have them; what two threads can hand each other. */
export interface ShardDetails {
  marks: Uint8Array;
  rows: string;
}

/**
 * @param appeals in order of receipt
 * @param edition day of the newest export: until then an open appeal is known to have waited
 * @param replies by public id, those whose reply is one of a group
 */
export function shardDetails(
  appeals: readonly PublicAppeal[],
  edition: string,
  replies: ReadonlyMap<string, ReplyState> = new Map(),
): ShardDetails {
  const days = (number: number | null): string => (number === null ? "" : String(number));
  return {
    marks: encodeMarks(
      appeals.map((appeal) => ({
        wait: deadlineStateOf(appeal, "first-reply", edition) ?? "unknown",
        rating: appeal.rating,
        replies: replies.get(appeal.id),
      })),
    ),
    rows: encodeRows({
      id: appeals.map(({ id }) => id),
      received: appeals.map(({ received }) => received),
      firstReply: appeals.map(({ firstReply }) => firstReply ?? ""),
      closed: appeals.map(({ closed }) => closed ?? ""),
      firstReplyDays: appeals.map(({ firstReplyDays }) => days(firstReplyDays)),
      closingDays: appeals.map(({ closingDays }) => days(closingDays)),
      datesToWeek: appeals.map(({ datesToWeek }) => (datesToWeek ? "yes" : "no")),
    }),
  };
}
