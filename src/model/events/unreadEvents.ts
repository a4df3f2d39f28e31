import { isClosed, isOwed, type Ending } from "./closing.ts";

/** Events whose cell may be filled in and yet tell nothing, by the names of their fields. */
export const unreadFields = ["registered", "firstReply", "closed"] as const;

/** What the export says of these events nobody can read: whether, and when, they took place is not known. */
export interface Unread {
  readonly unread?: readonly (typeof unreadFields)[number][] | undefined;
}

export function isUnread({ unread }: Unread, field: (typeof unreadFields)[number]): boolean {
  return unread !== undefined && unread.includes(field);
}

/** Whether nobody knows if an appeal was closed: its closing cannot be read, and nothing else tells. */
export function isEndingUnknown(appeal: Unread & Ending): boolean {
  return isUnread(appeal, "closed") && !isClosed(appeal);
}

/**
 * Which events are recorded for an appeal: those that its source records, without those that its own row tells in a way
 * that nobody can read; none of an appeal that is owed no answer. A closing may have been the first reply, so one that is not known leaves that open too.
 */
export function recordedOf(
  appeal: Unread & Ending & { readonly firstReply: unknown },
  source: { readonly firstReply: boolean; readonly closing: boolean },
): { firstReply: boolean; closing: boolean } {
  if (!isOwed(appeal.outcome)) return { firstReply: false, closing: false };
  const unknown = isEndingUnknown(appeal);
  return {
    firstReply: source.firstReply && !isUnread(appeal, "firstReply") && !(unknown && appeal.firstReply === null),
    closing: source.closing && !unknown,
  };
}
