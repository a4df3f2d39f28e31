import type { AppealColumns } from "../model/columns.ts";
import { eventStates, stateCode } from "../model/events/eventStates.ts";
import { isAnswered, replyMoments, shortest } from "../model/events/firstReply.ts";

/** What the rules of events say of the first replies, a row each. */
export interface DecidedReplies {
  /** By stateCode. */
  readonly state: Uint8Array;
  /** 1 where somebody answered, whether or not the source records replies. */
  readonly happened: Uint8Array;
  /** Days to the reply; NaN where there is none, or nobody knows when. */
  readonly days: Float64Array;
}

/** Times from where one of the two clocks starts: the columns hold both. */
export type Clock = Pick<AppealColumns, "firstReplyState" | "firstReplyDays" | "closingDays" | "followedDays">;

/** As the columns hold it; where they do not, the same rules are asked (src/model/events). */
export function decidedReplies(columns: AppealColumns, clock: Clock): DecidedReplies {
  if (clock.firstReplyState !== undefined)
    return { state: clock.firstReplyState, happened: columns.answered, days: clock.firstReplyDays };
  const decided = {
    state: new Uint8Array(columns.length),
    happened: new Uint8Array(columns.length),
    days: new Float64Array(columns.length),
  };
  for (let i = 0; i < columns.length; i++) {
    const [firstReplyDays, closingDays] = [numberOrNull(clock.firstReplyDays[i]!), numberOrNull(clock.closingDays[i]!)];
    const appeal = {
      firstReply: columns.answered[i] === 1 ? (firstReplyDays ?? NaN) : null,
      closed: columns.closed[i] === 1 ? (closingDays ?? NaN) : null,
      outcome: columns.lists.outcomes[columns.outcome[i]!]!,
    };
    const first = shortest(replyMoments(appeal).map(numberOrNull));
    const recorded = { firstReply: columns.firstReplyRecorded[i] === 1, closing: columns.closingRecorded[i] === 1 };
    const states = eventStates(
      { ...appeal, firstReplyDays: first, closingDays },
      recorded,
      !Number.isNaN(clock.followedDays[i]),
    );
    decided.state[i] = stateCode(states.firstReplyState);
    decided.happened[i] = isAnswered(appeal) ? 1 : 0;
    decided.days[i] = first ?? NaN;
  }
  return decided;
}

export const numberOrNull = (days: number | null): number | null => (days === null || Number.isNaN(days) ? null : days);
