import type { Replies } from "../../model/replies.ts";
import type { ReplyState } from "../format/details.ts";

/** By public id, the appeals whose reply is one of a group: of a habit, or a notice of one event. */
export function replyStatesOf({ groups }: Pick<Replies, "groups">): Map<string, ReplyState> {
  return new Map(
    groups.flatMap(({ appeals, isEventNotice }) =>
      appeals.map((id) => [id, isEventNotice ? "notice" : "repeated"] as const),
    ),
  );
}
