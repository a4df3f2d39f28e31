import { parseMoment } from "../model/moment.ts";
import { daysFollowed } from "../model/followed.ts";
import { toldDays } from "../model/toldDays.ts";
import { toldStates, type EventStates } from "../model/events/eventStates.ts";
import type { AppealEvent } from "../model/events/event.ts";
import { keptNorm, weekMargin } from "../model/events/keptNorm.ts";
import type { TextlessAppeal } from "../edition/listedAppeal.ts";
import type { Precision } from "../words/durations.ts";

/** How long an appeal waited for one event, against its norm. */
export interface AppealWait {
  event: AppealEvent;
  /** done: it happened · waiting: not yet · undated: it happened, nobody knows when · over: it can no longer happen. */
  state: "done" | "waiting" | "undated" | "over";
  /** Days until the event, or so far, by which it is judged; null where that cannot be known. */
  days: number | null;
  /** The same as they are told (model/toldDays.ts). */
  told: number | null;
  precision: Precision;
  norm: number | null;
  /** Its rule, by place among the norms of the facts. */
  rule: number | null;
  /** By how many days the number may be too large or too small: 6 where the dates stand for weeks. */
  margin: number;
  /** Whether the norm was kept, or still can be; null without a norm or without days, or where the margin decides. */
  inNorm: boolean | null;
}

/** Known to the hour only where both moments are. */
function precisionOf(from: string, to: string | null): Precision {
  return from.length > 10 && to !== null && to.length > 10 ? "minute" : "day";
}

/**
 * The waits of an appeal for its first reply and for its closing, as the rules of events decided them. An event of which
 * its export tells nothing is left out: nobody can tell whether anyone waits for it.
 *
 * @param edition day of the newest export, for an appeal that does not say itself until when it was followed
 */
export function appealWaits(appeal: TextlessAppeal, edition: string): AppealWait[] {
  const until = appeal.followedUntil ?? edition;
  const soFar = daysFollowed(parseMoment(appeal.received), parseMoment(until));
  const wait = (
    event: AppealEvent,
    state: EventStates["firstReplyState"],
    at: string | null,
    days: number | null,
    norm: number | null,
    rule: number | null,
  ): AppealWait[] => {
    if (state === undefined) return [];
    const margin = appeal.datesToWeek ? weekMargin : 0;
    const terms = { event, norm, rule, margin };
    if (state === "done")
      return [
        {
          ...terms,
          state,
          days,
          told: days === null || at === null ? days : toldDays(days, appeal.received, at),
          precision: precisionOf(appeal.received, at),
          inNorm: days === null ? null : keptNorm(days - margin, days + margin, norm),
        },
      ];
    // It was received on one of the days of its week: the wait can only be shorter.
    if (state === "waiting")
      return [
        {
          ...terms,
          state,
          days: soFar,
          told: toldDays(soFar, appeal.received, until),
          precision: precisionOf(appeal.received, until),
          inNorm: keptNorm(soFar - margin, soFar, norm),
        },
      ];
    return [
      { ...terms, state: state === "never" ? "over" : state, days: null, told: null, precision: "day", inNorm: null },
    ];
  };
  const { firstReplyState, closingState } = toldStates(appeal);
  return [
    ...wait(
      "first-reply",
      firstReplyState,
      appeal.firstReply ?? appeal.closed,
      appeal.firstReplyDays,
      appeal.firstReplyNorm,
      appeal.firstReplyRule ?? null,
    ),
    ...wait("closing", closingState, appeal.closed, appeal.closingDays, appeal.closingNorm, appeal.closingRule ?? null),
  ];
}
