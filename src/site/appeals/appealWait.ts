import { dayOfIsoDate } from "../../model/moment.ts";
import { type AppealEvent } from "../../model/events/event.ts";
import { type TextlessAppeal } from "./listedAppeal.ts";
import { type Precision } from "../durations.ts";

/** How long an appeal waited for one event, against its norm. */
export interface AppealWait {
  event: AppealEvent;
  /** done: it happened · waiting: not yet · undated: it happened, nobody knows when · over: it can no longer happen. */
  state: "done" | "waiting" | "undated" | "over";
  /** Days until the event, or so far; null where that cannot be known. */
  days: number | null;
  precision: Precision;
  norm: number | null;
  /** Its rule, by place among the norms of the facts. */
  rule: number | null;
  /** Whether the norm was kept, or still can be; null without a norm or without days. */
  inNorm: boolean | null;
}

/** Known to the hour only where both moments are. */
function precisionOf(from: string, to: string | null): Precision {
  return from.length > 10 && to !== null && to.length > 10 ? "minute" : "day";
}

/**
 * The waits of an appeal for its first reply and for its closing. An event that its source never records is left out:
 * nobody can tell whether anyone waits for it.
 *
 * @param edition day of the newest export: how long an appeal without the event is known to have waited
 */
export function appealWaits(appeal: TextlessAppeal, edition: string): AppealWait[] {
  const soFar = dayOfIsoDate(edition) - dayOfIsoDate(appeal.received.slice(0, 10));
  const wait = (event: AppealEvent, at: string | null, days: number | null, norm: number | null, rule: number | null, happened: boolean, over: boolean): AppealWait => {
    if (happened) return { event, state: days === null ? "undated" : "done", days, precision: precisionOf(appeal.received, at), norm, rule, inNorm: norm === null || days === null ? null : days <= norm };
    if (over) return { event, state: "over", days: null, precision: "day", norm, rule, inNorm: null };
    return { event, state: "waiting", days: soFar, precision: "day", norm, rule, inNorm: norm === null ? null : soFar <= norm };
  };
  const closed = appeal.closed !== null || !["open", "unknown"].includes(appeal.outcome);
  const replied = appeal.firstReply !== null;
  // An appeal that was followed says of each event on record whether it is done or waited for.
  const isKnown = (happened: boolean, state: "done" | "waiting" | undefined): boolean => happened || appeal.followedTo === undefined || state !== undefined;
  return [
    ...(isKnown(replied, appeal.firstReplyState) ? [wait("first-reply", appeal.firstReply, appeal.firstReplyDays, appeal.firstReplyNorm, appeal.firstReplyRule ?? null, replied, closed)] : []),
    ...(isKnown(closed, appeal.closingState) ? [wait("closing", appeal.closed, appeal.closingDays, appeal.closingNorm, appeal.closingRule ?? null, closed, false)] : []),
  ];
}
