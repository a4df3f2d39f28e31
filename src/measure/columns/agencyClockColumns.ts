import type { PublicAppeal } from "../../model/appeal.ts";
import type { AgencyClock } from "../../model/columns.ts";
import { eventStates, stateCode } from "../../model/events/eventStates.ts";
import { isUnread } from "../../model/events/unreadEvents.ts";
import { daysBetween, parseMoment, type Moment } from "../../model/moment.ts";

/** Which events the source of an appeal records. */
type Recorded = Parameters<typeof eventStates>[1];

/** Fills the columns of the answering agency's clock: see AgencyClock. */
export function agencyClockColumns(capacity: number): {
  columns: AgencyClock;
  add: (row: number, appeal: PublicAppeal, source: Recorded, followedDays: number, until: Moment) => void;
} {
  const columns = {
    registered: new Uint8Array(capacity),
    followedDays: new Float64Array(capacity),
    firstReplyDays: new Float64Array(capacity),
    closingDays: new Float64Array(capacity),
    firstReplyState: new Uint8Array(capacity),
  };
  /** followedDays: from receipt; NaN where its date is impossible. */
  const add = (row: number, appeal: PublicAppeal, source: Recorded, followedDays: number, until: Moment) => {
    const text = appeal.registered ?? null;
    const registered = text === null ? null : parseMoment(text);
    const followed =
      registered !== null
        ? daysBetween(registered, until)
        : appeal.handedFrom === null && !isUnread(appeal, "registered")
          ? followedDays
          : NaN;
    const isKnown = !Number.isNaN(followedDays) && followed >= 0;
    const [firstReply, closing] =
      registered === null
        ? [appeal.firstReplyDays, appeal.closingDays]
        : [appeal.agencyFirstReplyDays, appeal.agencyClosingDays];
    columns.registered[row] = registered === null ? 0 : 1;
    columns.followedDays[row] = isKnown ? followed : NaN;
    columns.firstReplyDays[row] = isKnown ? (firstReply ?? NaN) : NaN;
    columns.closingDays[row] = isKnown ? (closing ?? NaN) : NaN;
    // The day on which an appeal was taken back may be unknown by this clock and known by that of its author.
    const { firstReplyState } = eventStates(
      { ...appeal, firstReplyDays: firstReply ?? null, closingDays: closing ?? null },
      source,
      isKnown,
    );
    columns.firstReplyState[row] = stateCode(firstReplyState);
  };
  return { columns, add };
}
