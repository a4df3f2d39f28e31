import { isAnswer, isClosed, isOwed, type Ending } from "./closing.ts";
import { isUnread, type Unread } from "./unreadEvents.ts";

/** The dates that tell of a first reply. */
export interface Replied<Date> extends Ending, Unread {
  readonly firstReply: Date | null;
  readonly closed: Date | null;
}

/** Whether anybody answered: by a reply of which the source has the date, or by closing the appeal with an answer. */
export function isAnswered(appeal: Replied<unknown>): boolean {
  return isOwed(appeal.outcome) && (appeal.firstReply !== null || (isClosed(appeal) && isAnswer(appeal.outcome)));
}

/**
 * The moments that may be the first reply; the earliest usable one is. A closing is among them where it is an answer. None
 * where the date of the reply cannot be read: it may have been any day before the closing.
 */
export function replyMoments<Date>(appeal: Replied<Date>): Date[] {
  if (isUnread(appeal, "firstReply")) return [];
  const { firstReply, closed, outcome } = appeal;
  return [firstReply, isAnswer(outcome) ? closed : null].filter(
    (moment): moment is NonNullable<Awaited<Date>> & Date => moment !== null,
  );
}

/** The least of waits of which some may be unknown. */
export function shortest(waits: readonly (number | null)[]): number | null {
  return waits.reduce<number | null>(
    (least, wait) => (wait === null ? least : least === null ? wait : Math.min(least, wait)),
    null,
  );
}
